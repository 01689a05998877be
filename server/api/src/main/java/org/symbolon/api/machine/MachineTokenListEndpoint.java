package org.symbolon.api.machine;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteNeed;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.machine.FoundMachine;
import org.symbolon.command.machine.MachineAddress;
import org.symbolon.command.machine.MachineDirectory;
import org.symbolon.command.machine.port.Machine;
import org.symbolon.events.shared.Reach;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.query.machine.FindTokenId;
import org.symbolon.query.machine.ListMachineTokens;
import org.symbolon.query.machine.MachineTokenView;
import org.symbolon.query.sending.QueryDispatcher;

/**
 * Lists what is attached to machines: all that one token is attached to, or what a search finds. The two have different
 * forms, and clients know both.
 */
@Component
public class MachineTokenListEndpoint implements Endpoint {

    private static final String SORT_BY = "sortby";
    private static final String DIRECTION = "sortdir";

    private final QueryDispatcher queries;
    private final MachineDirectory directory;
    private final MachineParameters reading;

    MachineTokenListEndpoint(QueryDispatcher queries, MachineDirectory directory, MachineParameters reading) {
        this.queries = queries;
        this.directory = directory;
        this.reading = reading;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.admin("GET", "/machine/token", this::list)
                .needs(RouteNeed.list(AdminActions.MANAGE_MACHINE_TOKENS))
                .does("Lists what one token is attached to, or what a search finds.")
                .takes(MachineParameters.SERIAL, Shape.text("The token; `*` makes it a search."))
                .takes(MachineParameters.APPLICATION, Shape.text("Only for this application."))
                .takes(MachineParameters.ADDRESS)
                .takes(SORT_BY, Shape.text("`serial`, or the option to sort by."))
                .takes(DIRECTION, Shape.choice("In which order.", "asc", "desc").or("asc"))
                .takes("<option>", Shape.text("Only where this option says so; `*` stands for anything."))
                .answers(Shape.listOf("What is attached.", MachineJson.MACHINE_TOKEN))
                .refuses(601, "There is no such token or machine."));
    }

    /** What a search wants of the machine. */
    private record Place(String machineId, String resolver) {

        boolean isAnywhere() {
            return machineId == null && resolver == null;
        }
    }

    private Reply list(ApiRequest request) {
        Parameters parameters = request.parameters();
        Optional<String> serial = parameters.nonEmptyText(MachineParameters.SERIAL);
        String application =
                parameters.nonEmptyText(MachineParameters.APPLICATION).orElse(null);
        Map<String, String> options = reading.options(parameters, SORT_BY, DIRECTION, "page", "pagesize");
        options.values().removeIf(String::isEmpty);
        Comparator<MachineTokenView> order = order(parameters);
        Place place = place(parameters);
        request.notes().resolver("");
        if (place.isAnywhere() && serial.filter(text -> !text.contains("*")).isPresent()) {
            return ofToken(request, serial.get());
        }
        ListMachineTokens search =
                new ListMachineTokens(serial.orElse(null), application, place.machineId(), place.resolver(), options);
        request.notes().success(true);
        ListMachineTokens seen = search.within(reach(request));
        return Reply.value(queries.list(seen, MachineTokenView.class).stream()
                .sorted(order)
                .map(view -> MachineJson.ofSearch(view, place.machineId(), place.resolver()))
                .toList());
    }

    private static Reach reach(ApiRequest request) {
        return request.rights()
                .lists()
                .reached(AdminActions.MANAGE_MACHINE_TOKENS)
                .orElse(null);
    }

    private Place place(Parameters parameters) {
        String id = parameters.nonEmptyText(MachineParameters.MACHINE).orElse(null);
        String resolver = parameters.nonEmptyText(MachineParameters.RESOLVER).orElse(null);
        Optional<String> hostname = parameters.nonEmptyText(MachineParameters.HOSTNAME);
        if (hostname.isPresent() && (id == null || resolver == null)) {
            MachineAddress found = directory.withHostname(hostname.get());
            return new Place(found.id(), found.resolver());
        }
        return new Place(id, resolver);
    }

    /** By serial, or by the option of that name; without a wish in the order in which they were attached. */
    private static Comparator<MachineTokenView> order(Parameters parameters) {
        String sortBy = parameters.text(SORT_BY).orElse("");
        boolean descending = parameters.text(DIRECTION).orElse("").equals("desc");
        if (sortBy.isEmpty()) {
            return Comparator.comparing(MachineTokenView::number);
        }
        Comparator<MachineTokenView> ascending = sortBy.equals(MachineParameters.SERIAL)
                ? Comparator.comparing(MachineTokenView::serial)
                : Comparator.comparing(view -> view.options().getOrDefault(sortBy, ""));
        return descending ? ascending.reversed() : ascending;
    }

    private Reply ofToken(ApiRequest request, String serial) {
        reading.note(request, serial);
        if (queries.find(new FindTokenId(serial), Integer.class).isEmpty()) {
            throw ApiException.notFound("The requested token could not be found.");
        }
        List<FoundMachine> machines = directory.machines("");
        request.notes().success(true);
        ListMachineTokens ofToken = ListMachineTokens.ofToken(serial);
        return Reply.value(queries.list(ofToken.within(reach(request)), MachineTokenView.class).stream()
                .map(view -> MachineJson.ofToken(view, hostname(view, machines)))
                .toList());
    }

    /** The main name of the machine, empty if its resolver knows it no longer. */
    private static String hostname(MachineTokenView view, List<FoundMachine> machines) {
        return machines.stream()
                .filter(found -> found.resolver().equals(view.resolver()))
                .map(FoundMachine::machine)
                .filter(machine -> machine.id().equals(view.machineId()))
                .map(Machine::hostnames)
                .map(names -> names.get(0))
                .findFirst()
                .orElse("");
    }
}
