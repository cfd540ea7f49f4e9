package vn.lantoa.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lantoa.events.ReportSent;
import vn.lantoa.events.ReportState;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.reporting.report.ReportAction.Side;

class ReportTest {

    private static final UUID ANYBODY = UUID.randomUUID();
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-12-16T09:00:00+07:00");
    private static final LocalDate LEGAL_END = LocalDate.of(2026, 12, 21);
    private static final String PERIOD = "6 tháng cuối năm 2026";

    private final Report report =
            Report.requested(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 12_000L);

    @Test
    void goesFromRequestToAcceptance() {
        report.prefill("dòng", false);
        report.submit(ANYBODY, NOW, 1);
        assertThat(report.approve(ANYBODY, NOW, PERIOD).state()).isEqualTo(ReportState.APPROVED);
        var sent = send(NOW);
        assertThat(sent.previousState()).isEqualTo(ReportState.APPROVED);
        assertThat(sent.late()).isFalse();
        assertThat(report.accept(ANYBODY, NOW, PERIOD).state()).isEqualTo(ReportState.ACCEPTED);
        assertThat(report.version()).isEqualTo(1);
    }

    /** Every action in every state either is in the table of {@link ReportAction} or is refused with what is possible instead. */
    @ParameterizedTest
    @EnumSource(ReportState.class)
    void refusesWhatItsStateDoesNotPermit(ReportState state) {
        for (var action : ReportAction.values()) {
            var it = in(state);
            if (action.isPossibleIn(state)) {
                take(action, it);
            } else {
                assertThatThrownBy(() -> take(action, it))
                        .isInstanceOfSatisfying(Problem.RuleBroken.class, problem -> assertThat(problem.code())
                                .isEqualTo("report.not-in-state"));
                assertThat(it.state()).isEqualTo(state);
            }
        }
    }

    @Test
    void sentAfterTheLegalEndIsLate() {
        approved();

        var sent = report.send(ANYBODY, NOW.plusDays(6), null, LEGAL_END.plusDays(1), LEGAL_END, PERIOD);

        assertThat(sent.late()).isTrue();
    }

    @Test
    void sentOnTheLegalEndIsInTime() {
        approved();

        assertThat(report.send(ANYBODY, NOW, null, LEGAL_END, LEGAL_END, PERIOD).late())
                .isFalse();
    }

    @Test
    void answerToAReturnIsANewVersionAndNotLateByIt() {
        approved();
        send(NOW);
        var dutyId = UUID.randomUUID();
        var returned = report.returnToSender(ANYBODY, "Thiếu minh chứng", dutyId, null, PERIOD);
        assertThat(returned.dutyId()).isEqualTo(dutyId);
        assertThat(returned.version()).isEqualTo(1);
        assertThat(report.state()).isEqualTo(ReportState.RETURNED);

        report.edit("dòng đã sửa", null);
        report.submit(ANYBODY, NOW, 1);
        report.approve(ANYBODY, NOW, PERIOD);
        var sentAgain = report.send(ANYBODY, NOW.plusDays(9), null, LEGAL_END.plusDays(4), LEGAL_END, PERIOD);

        assertThat(sentAgain.version()).isEqualTo(2);
        assertThat(sentAgain.late()).isFalse();
        assertThat(report.firstSentAt()).isEqualTo(NOW);
        assertThat(report.sentAt()).isEqualTo(NOW.plusDays(9));
    }

    @Test
    void acceptedReportCanStillBeReturned() {
        approved();
        send(NOW);
        report.accept(ANYBODY, NOW, PERIOD);

        report.returnToSender(ANYBODY, "Số liệu trùng", null, ANYBODY, PERIOD);

        assertThat(report.acceptedAt()).isNull();
        assertThat(report.returnedFigureId()).isEqualTo(ANYBODY);
    }

    @Test
    void emptyReportNeedsAReason() {
        report.prefill("dòng", false);
        assertThatThrownBy(() -> report.submit(ANYBODY, NOW, 0))
                .isInstanceOfSatisfying(
                        Problem.RuleBroken.class, it -> assertThat(it.code()).isEqualTo("report.nothing-reported"));

        report.edit("Không phát sinh", "Trong kỳ không phát sinh hoạt động");
        report.submit(ANYBODY, NOW, 0);

        assertThat(report.state()).isEqualTo(ReportState.PENDING_APPROVAL);
    }

    @Test
    void whatAPersonWroteStaysUnlessTheyWantItReplaced() {
        report.prefill("dòng tự động", false);
        report.edit("dòng viết tay", null);

        report.prefill("dòng tự động mới", false);
        assertThat(report.narrative()).isEqualTo("dòng viết tay");

        report.prefill("dòng tự động mới", true);
        assertThat(report.narrative()).isEqualTo("dòng tự động mới");
    }

    @Test
    void callerIsShownOnlyWhatTheyMayDo() {
        assertThat(ReportAction.allowed(ReportState.PENDING_APPROVAL, Side.SENDER, Set.of(Role.LEADER)))
                .containsExactly(ReportAction.APPROVE, ReportAction.RETURN_TO_DRAFT);
        assertThat(ReportAction.allowed(ReportState.PENDING_APPROVAL, Side.RECEIVER, EnumSet.allOf(Role.class)))
                .isEmpty();
        assertThat(ReportAction.allowed(ReportState.SENT, Side.RECEIVER, Set.of(Role.INTEGRATOR)))
                .isEmpty();
    }

    private static Report in(ReportState state) {
        var it = Report.requested(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), null);
        var way =
                switch (state) {
                    case REQUESTED -> new ReportAction[] {};
                    case DRAFTING -> new ReportAction[] {ReportAction.PREFILL};
                    case PENDING_APPROVAL -> new ReportAction[] {ReportAction.PREFILL, ReportAction.SUBMIT};
                    case APPROVED ->
                        new ReportAction[] {ReportAction.PREFILL, ReportAction.SUBMIT, ReportAction.APPROVE};
                    case SENT ->
                        new ReportAction[] {
                            ReportAction.PREFILL, ReportAction.SUBMIT, ReportAction.APPROVE, ReportAction.SEND
                        };
                    case ACCEPTED ->
                        new ReportAction[] {
                            ReportAction.PREFILL,
                            ReportAction.SUBMIT,
                            ReportAction.APPROVE,
                            ReportAction.SEND,
                            ReportAction.ACCEPT
                        };
                    case RETURNED ->
                        new ReportAction[] {
                            ReportAction.PREFILL,
                            ReportAction.SUBMIT,
                            ReportAction.APPROVE,
                            ReportAction.SEND,
                            ReportAction.RETURN
                        };
                };
        for (var action : way) {
            take(action, it);
        }
        assertThat(it.state()).isEqualTo(state);
        return it;
    }

    private static void take(ReportAction action, Report it) {
        switch (action) {
            case PREFILL -> it.prefill("dòng", false);
            case EDIT -> it.edit("dòng", null);
            case SUBMIT -> it.submit(ANYBODY, NOW, 1);
            case APPROVE -> it.approve(ANYBODY, NOW, PERIOD);
            case RETURN_TO_DRAFT -> it.returnToDraft();
            case SEND -> it.send(ANYBODY, NOW, null, NOW.toLocalDate(), LEGAL_END, PERIOD);
            case ACCEPT -> it.accept(ANYBODY, NOW, PERIOD);
            case RETURN -> it.returnToSender(ANYBODY, "lý do", null, null, PERIOD);
        }
    }

    private void approved() {
        report.prefill("dòng", false);
        report.submit(ANYBODY, NOW, 1);
        report.approve(ANYBODY, NOW, PERIOD);
    }

    private ReportSent send(OffsetDateTime at) {
        return report.send(ANYBODY, at, null, at.toLocalDate(), LEGAL_END, PERIOD);
    }
}
