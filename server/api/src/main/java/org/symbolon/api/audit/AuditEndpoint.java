package org.symbolon.api.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.AttachmentName;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.PageJson;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteNeed;
import org.symbolon.api.kernel.Shape;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.Reach;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.action.SharedActions;
import org.symbolon.policy.rights.HiddenNames;
import org.symbolon.policy.rights.Right;
import org.symbolon.query.audit.AuditFilter;
import org.symbolon.query.audit.AuditPage;
import org.symbolon.query.audit.SearchAudit;
import org.symbolon.query.audit.StreamAudit;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.query.shared.Paging;

/** The audit, page by page or as one long CSV. */
@Component
public class AuditEndpoint implements Endpoint {

    private static final int PAGE_SIZE = 15;
    private static final Pattern TIME_LIMIT = Pattern.compile("[+-]?(\\d{1,9})([smhdy])");

    private static final Right SEARCH = Right.of(SharedActions.AUDITLOG);
    private static final Right DOWNLOAD = Right.of(AdminActions.AUDITLOG_DOWNLOAD);

    private static final String CSV = "text/csv; charset=utf-8";

    private static final Shape FILTER = Shape.fields("")
            .with("timelimit", Shape.text("Only rows of this last time: a number and one of s, m, h, d, y."))
            .with("<column>", Shape.text("Only rows that say this in this column; `*` stands for anything."));

    private final QueryDispatcher queries;
    private final Clock clock;

    public AuditEndpoint(QueryDispatcher queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.user("GET", "/audit/", this::search)
                        .needs(RouteNeed.list(SEARCH, request -> seen(request, SEARCH)))
                        .asks(SharedActions.AUDITLOG_AGE, SharedActions.HIDE_AUDIT_COLUMNS)
                        .does("Searches the audit; users find what is about themselves.")
                        .takes("page", Shape.number("Which page, from 1.").or(1))
                        .takes(
                                "page_size",
                                Shape.number("How many rows a page has.").or(PAGE_SIZE))
                        .takes(
                                "sortorder",
                                Shape.choice("By number, in which order.", "asc", "desc")
                                        .or("desc"))
                        .takes(FILTER)
                        .answers(PageJson.shape("auditdata", AuditJson.SHAPE)
                                .with("auditcolumns", Shape.list("The columns in the order in which to show them."))),
                Route.admin("GET", "/audit/<csvfile>", this::download)
                        .needs(RouteNeed.list(DOWNLOAD, request -> seen(request, DOWNLOAD))
                                .lookedAtBeforeTheRole())
                        .asks(SharedActions.AUDITLOG_AGE, SharedActions.HIDE_AUDIT_COLUMNS)
                        .does("Answers the audit as CSV, by date and without a header.")
                        .takes("csvfile", Shape.text("What the file is to be called."))
                        .takes(FILTER)
                        .answers(CSV, Shape.text("A line for each row.")));
    }

    private Reply search(ApiRequest request) {
        Parameters parameters = request.parameters();
        int page = parameters.integer("page", 1);
        int size = parameters.pageSize("page_size", PAGE_SIZE);
        boolean ascending = parameters.text("sortorder").filter("asc"::equals).isPresent();
        SearchAudit query = new SearchAudit(filter(request, SEARCH), new Paging(page, size), ascending);
        AuditPage found = queries.ask(query, AuditPage.class);
        request.notes().success(true);
        HiddenNames hidden = hidden(request);
        List<Map<String, Object>> rows = found.entries().stream()
                .map(entry -> AuditJson.of(entry, hidden))
                .toList();
        Map<String, Object> value = PageJson.of("auditdata", rows, found.count(), page, size);
        value.put("auditcolumns", hidden.shown(AuditJson.COLUMNS));
        return Reply.value(value);
    }

    /** The rows are written as they are read, so that their number does not matter. */
    private Reply download(ApiRequest request) {
        String file = AttachmentName.checked(request.parameters().required("csvfile"));
        AuditFilter filter = filter(request, DOWNLOAD);
        HiddenNames hidden = hidden(request);
        request.notes().success(true);
        return Reply.content(
                        CSV,
                        output -> queries.ask(
                                new StreamAudit(filter, row -> write(output, AuditJson.csv(row, hidden))), Long.class))
                .header("Content-disposition", "attachment; filename=" + file);
    }

    private static Optional<Reach> seen(ApiRequest request, Right right) {
        return request.rights().lists().narrowlyReached(right);
    }

    private static HiddenNames hidden(ApiRequest request) {
        return request.rights().lists().hidden(SharedActions.HIDE_AUDIT_COLUMNS);
    }

    private static void write(OutputStream output, String line) {
        try {
            output.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A user sees the rows that are about himself. */
    private AuditFilter filter(ApiRequest request, Right right) {
        Map<String, String> columns = new HashMap<>();
        Parameters parameters = request.parameters();
        for (String name : parameters.names()) {
            parameters.printed(name).ifPresent(text -> columns.put(name, text));
        }
        AuditFilter.Own own = null;
        if (request.caller() instanceof Caller.RealmUser user) {
            own = new AuditFilter.Own(user.login(), user.realm(), user.resolver());
        }
        Reach reach = seen(request, right).orElse(null);
        Instant notBefore = request.rights()
                .lists()
                .auditAge()
                .or(() -> parameters.nonEmptyText("timelimit"))
                .flatMap(this::notBefore)
                .orElse(null);
        return new AuditFilter(columns, notBefore, reach, own);
    }

    private Optional<Instant> notBefore(String limit) {
        Matcher matcher = TIME_LIMIT.matcher(limit.strip());
        if (!matcher.matches()) {
            throw ApiException.parameter("Parameter 'timelimit' must be a number with one of s, m, h, d, y behind it");
        }
        Duration span = unit(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
        Instant time = clock.instant().minus(span);
        return Optional.of(time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time);
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(365);
        };
    }
}
