package org.symbolon.api.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.projections.audit.AuditFinding;
import org.symbolon.projections.audit.AuditPart;
import org.symbolon.query.audit.CountRequests;
import org.symbolon.query.audit.CountRequests.Period;
import org.symbolon.query.audit.RequestCount;
import org.symbolon.query.audit.VerifyAudit;
import org.symbolon.query.sending.QueryDispatcher;

/** Whether the audit is whole, and what it says in numbers. Both are ours; each request costs a bounded amount of work. */
@Component
public class AuditReportEndpoint implements Endpoint {

    private static final int ROWS_OF_A_PART = 10_000;
    private static final int MOST_ROWS = 100_000;
    private static final int MOST_COUNTS = 10_000;
    private static final DateTimeFormatter PERIOD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final Duration SPAN = Duration.ofDays(30);

    private static final Shape VERDICT = Shape.fields("")
            .with("whole", Shape.flag("Whether nothing was found."))
            .with("rows", Shape.number("How many rows were looked at."))
            .with("first", Shape.number("The first of them."))
            .with("last", Shape.number("The last of them."))
            .with("end", Shape.number("The last row of the audit."))
            .with("next", Shape.number("From where to go on.").orNull())
            .with(
                    "findings",
                    Shape.listOf(
                            "What is wrong.",
                            Shape.fields("")
                                    .with("number", Shape.number("With which row."))
                                    .with("kind", Shape.text("In a word."))
                                    .with("description", Shape.text("In a sentence."))));

    private static final Shape STATISTICS = Shape.fields("")
            .with("start", Shape.text("From when."))
            .with("end", Shape.text("Until when."))
            .with("step", Shape.text("In which steps."))
            .with("success", Shape.number("How many succeeded."))
            .with("failure", Shape.number("How many failed."))
            .with(
                    "statistics",
                    Shape.listOf(
                            "By step and action.",
                            Shape.fields("")
                                    .with("period", Shape.text("Which step."))
                                    .with("action", Shape.text("Which action."))
                                    .with("success", Shape.number("How many succeeded."))
                                    .with("failure", Shape.number("How many failed."))));

    private final QueryDispatcher queries;
    private final Clock clock;

    public AuditReportEndpoint(QueryDispatcher queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/audit/verify", this::verify)
                        .needs(AdminActions.AUDITLOG)
                        .does("Verifies a part of the audit's chain.")
                        .takes("from", Shape.number("From which row on.").or(1))
                        .takes(
                                "limit",
                                Shape.number("How many rows, up to 100000.").or(ROWS_OF_A_PART))
                        .answers(VERDICT),
                Route.admin("GET", "/audit/statistics", this::statistics)
                        .needs(AdminActions.AUDITLOG)
                        .does("Counts requests by action and time.")
                        .takes("start", Shape.time("From when; 30 days before the end where it is not given."))
                        .takes("end", Shape.time("Until when; now where it is not given."))
                        .takes(
                                "step",
                                Shape.text("`hour`, `day`, `week`, `month` or `year`.")
                                        .or("day"))
                        .takes("action", Shape.text("Only this action; `*` stands for anything."))
                        .answers(STATISTICS));
    }

    /** A part of the rows; {@code next} says where to go on. */
    private Reply verify(ApiRequest request) {
        int from = within(request, "from", 1, Integer.MAX_VALUE);
        int most = within(request, "limit", ROWS_OF_A_PART, MOST_ROWS);
        AuditPart part = queries.ask(new VerifyAudit(from, most), AuditPart.class);
        List<AuditFinding> findings = part.verdict().findings();
        request.notes()
                .success(true)
                .info(
                        findings.isEmpty()
                                ? "whole from row " + part.first() + " to row " + part.last()
                                : findings.get(0).sentence());
        Map<String, Object> value = new HashMap<>();
        value.put("whole", findings.isEmpty());
        value.put("rows", part.verdict().rows());
        value.put("first", part.first());
        value.put("last", part.last());
        value.put("end", part.end());
        value.put("next", part.next().isPresent() ? part.next().getAsLong() : null);
        value.put("findings", findings.stream().map(AuditReportEndpoint::json).toList());
        return Reply.value(value);
    }

    private static Map<String, Object> json(AuditFinding finding) {
        return Map.of(
                "number", finding.number(),
                "kind", finding.kind().name().toLowerCase(Locale.ROOT),
                "description", finding.sentence());
    }

    private static int within(ApiRequest request, String name, int absent, int most) {
        int number = request.parameters().integer(name, absent);
        if (number < 1 || number > most) {
            throw ApiException.parameter("Parameter '" + name + "' must be a number from 1 to " + most);
        }
        return number;
    }

    private Reply statistics(ApiRequest request) {
        Parameters parameters = request.parameters();
        Instant end = hour(parameters.moment("end").orElseGet(clock::instant)).plus(1, ChronoUnit.HOURS);
        Instant start = hour(parameters.moment("start").orElseGet(() -> end.minus(SPAN)));
        Period period = period(parameters.nonEmptyText("step").orElse("day"));
        String action = parameters.nonEmptyText("action").orElse(null);
        List<RequestCount> counts =
                queries.list(new CountRequests(start, end, period, action, MOST_COUNTS + 1), RequestCount.class);
        if (counts.size() > MOST_COUNTS) {
            throw ApiException.parameter("There are more than " + MOST_COUNTS
                    + " counts: choose a longer 'step', or a shorter time from 'start' to 'end'");
        }
        request.notes().success(true);
        return Reply.value(Map.of(
                "start", start.toString(),
                "end", end.toString(),
                "step", period.name().toLowerCase(Locale.ROOT),
                "success", counts.stream().mapToLong(RequestCount::succeeded).sum(),
                "failure", counts.stream().mapToLong(RequestCount::failed).sum(),
                "statistics", counts.stream().map(AuditReportEndpoint::json).toList()));
    }

    private static Map<String, Object> json(RequestCount count) {
        return Map.of(
                "period", PERIOD.format(count.period()),
                "action", count.action(),
                "success", count.succeeded(),
                "failure", count.failed());
    }

    private static Instant hour(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS);
    }

    private static Period period(String step) {
        return Stream.of(Period.values())
                .filter(period -> period.name().toLowerCase(Locale.ROOT).equals(step))
                .findFirst()
                .orElseThrow(() -> ApiException.parameter("Parameter 'step' must be one of "
                        + Stream.of(Period.values())
                                .map(period -> period.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }
}
