package vn.lantoa.kit.quota;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.QuotaClass;

/**
 * Counts what each client asks for. A bucket holds the requests of one minute and fills up steadily, so a short rush is let
 * through and a lasting one is slowed down. Buckets live in memory: a service of two instances allows up to twice as much.
 */
@Singleton
public class Quotas {

    static final Duration WINDOW = Duration.ofMinutes(1);

    /** A bucket left alone for a minute is full; one forgotten and made anew is the same bucket. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(2);
    /** Beyond, the least used are forgotten: some clients get a fresh minute, and memory stays bounded. */
    private static final int MOST_CLIENTS = 100_000;
    /** So long at most until a changed quota holds everywhere. */
    private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(10);

    private static final String[] KNOWN =
            Arrays.stream(QuotaClass.values()).map(QuotaClass::name).toArray(String[]::new);

    /** The quota is part of the key: a changed one begins with a bucket of its own. */
    private record Key(String subject, QuotaClass quotaClass, int perMinute) {}

    /**
     * @param remaining requests left at this moment
     * @param secondsToFull until all of the quota is there again
     * @param secondsToNext until there is one again; 0 when there is
     */
    record Count(
            Bucket bucket,
            QuotaClass quotaClass,
            int perMinute,
            long remaining,
            long secondsToFull,
            long secondsToNext) {

        boolean isUsedUp() {
            return secondsToNext > 0;
        }
    }

    private final Jdbi db;
    private final QuotaDefaults defaults;
    private final TimeMeter time;
    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(FORGOTTEN_AFTER)
            .build();
    private final Cache<UUID, Map<QuotaClass, Integer>> set = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(READ_AGAIN_AFTER)
            .build();

    Quotas(Jdbi db, QuotaDefaults defaults, Clock clock) {
        this.db = db;
        this.defaults = defaults;
        this.time = new ClockMeter(clock);
    }

    /** What was set for an organization itself; what is missing there follows {@link QuotaDefaults}. */
    public Map<QuotaClass, Integer> setFor(UUID organizationId) {
        return db.withHandle(handle -> {
            var found = new EnumMap<QuotaClass, Integer>(QuotaClass.class);
            // a class that only a newer version knows is none of ours
            handle.createQuery("""
                            select quota_class, per_minute from directory_quota
                            where organization_id = :id and quota_class = any (:classes)""")
                    .bind("id", organizationId)
                    .bind("classes", KNOWN)
                    .map((row, _) ->
                            Map.entry(QuotaClass.valueOf(row.getString("quota_class")), row.getInt("per_minute")))
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
            return found;
        });
    }

    /** Takes one request out of the client's bucket, if there is one left. */
    Count take(String subject, @Nullable UUID organizationId, QuotaClass quotaClass) {
        int perMinute = perMinute(organizationId, quotaClass);
        var bucket = buckets.get(new Key(subject, quotaClass, perMinute), key -> bucket(key.perMinute()));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Count(
                bucket,
                quotaClass,
                perMinute,
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                probe.isConsumed() ? 0 : Math.max(1, seconds(probe.getNanosToWaitForRefill())));
    }

    private int perMinute(@Nullable UUID organizationId, QuotaClass quotaClass) {
        var own = organizationId == null
                ? null
                : set.get(organizationId, this::setFor).get(quotaClass);
        return own == null ? defaults.of(quotaClass) : own;
    }

    private Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(perMinute)
                        .refillGreedy(perMinute, WINDOW)
                        .build())
                .withCustomTimePrecision(time)
                .build();
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, Duration.ofSeconds(1).toNanos());
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(java.time.Instant.EPOCH, clock.instant());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
