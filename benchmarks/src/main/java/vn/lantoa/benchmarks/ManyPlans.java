package vn.lantoa.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;
import vn.lantoa.local.Secrets;

/**
 * Twenty thousand plans in plan-service's database, half of them of one commune: far more than a commune writes in a century. Written by
 * the superuser straight into the tables, whose triggers make them findable.
 */
final class ManyPlans {

    static final int PLANS = 20_000;

    private static final String TOPICS = """
            array['tuyên truyền', 'chuyển đổi số', 'dịch vụ công trực tuyến', 'hợp tác xã', 'cải cách hành chính',
                'an toàn thông tin', 'nông thôn mới', 'văn hóa cơ sở', 'y tế dự phòng', 'giáo dục',
                'phòng cháy chữa cháy', 'quản lý đất đai', 'môi trường', 'du lịch', 'bình đẳng giới', 'trẻ em',
                'người cao tuổi', 'an sinh xã hội', 'việc làm', 'thủy lợi']""";

    private ManyPlans() {}

    static void write(LocalSystem system, UUID own) throws SQLException {
        try (var connection = superuser(system);
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("create temporary table topic as select " + TOPICS + " as of");
            sql.execute("""
                    insert into plan (id, organization_id, version, edition, state, document_type, subject, reading,
                        source_hash, registered_number, registered_symbol, register_year, promulgated_on, drafted_by,
                        drafted_at, changed_at)
                    select md5('p' || n)::uuid, case when n %% 2 = 0 then '%1$s'::uuid else md5('other')::uuid end, 0, 1,
                        'PROMULGATED', 'KE_HOACH', 'Kế hoạch ' || of[1 + n %% 20] || ' và ' || of[1 + n / 20 %% 20] || ' mã K' || n,
                        '{"document": {}}', 'hash', n::text, 'KH-UBND', 2026, date '2026-01-05', gen_random_uuid(),
                        timestamptz '2020-01-01' + n * interval '1 hour', now()
                    from generate_series(1, %2$d) n, topic""".formatted(own, PLANS));
            sql.execute("""
                    insert into plan_task (id, plan_id, position, title, body, mode, coordinating, implementing, source,
                        confidence)
                    select gen_random_uuid(), md5('p' || n)::uuid, k,
                        'Tổ chức ' || of[1 + (n * 7 + k * 3) %% 20] || ' tại thôn ' || n %% 97, 'x', 'ASSIGN', '[]', '[]', '{}', 1
                    from generate_series(1, %d) n, generate_series(1, 8) k, topic""".formatted(PLANS));
            sql.execute("""
                    insert into plan_source (plan_id, content_hash, format, bytes, content)
                    select md5('p' || n)::uuid, 'hash', 'TXT', 1,
                        (select string_agg('Mục ' || k || '. Thực hiện ' || of[1 + (n * 13 + k * 7) %% 20]
                            || ' theo hướng dẫn của cấp trên; báo cáo số ' || (n * 31 + k * 17) %% 5000 || '.', E'\\n')
                         from generate_series(1, 20) k)
                    from generate_series(1, %d) n, topic""".formatted(PLANS));
            connection.commit();
            connection.setAutoCommit(true);
            sql.execute("vacuum analyze");
        }
    }

    static Connection superuser(LocalSystem system) throws SQLException {
        return DriverManager.getConnection(
                system.database(Part.PLAN_SERVICE), "postgres", system.secrets().get(Secrets.POSTGRES));
    }
}
