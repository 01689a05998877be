package org.symbolon.api.machine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.machine.FoundMachine;
import org.symbolon.command.machine.MachineDirectory;
import org.symbolon.command.machine.application.MachineApplication;
import org.symbolon.command.machine.application.MachineApplications;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.projections.serviceid.ServiceidTable;
import org.symbolon.query.definition.DefinitionView;
import org.symbolon.query.definition.ListDefinitions;
import org.symbolon.query.sending.QueryDispatcher;

/** Which machines there are, and which applications can use tokens on them. */
@Component
public class MachineEndpoint implements Endpoint {

    private final MachineDirectory directory;
    private final MachineApplications applications;
    private final QueryDispatcher queries;

    public MachineEndpoint(MachineDirectory directory, MachineApplications applications, QueryDispatcher queries) {
        this.directory = directory;
        this.applications = applications;
        this.queries = queries;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/machine/", this::machines)
                        .needs(AdminActions.MACHINELIST)
                        .does("Lists machines as their resolvers know them.")
                        .takes("hostname", Shape.text("Only with this in a name."))
                        .takes("ip", Shape.text("Only with this address."))
                        .takes("id", Shape.text("Only with this in the id."))
                        .takes("resolver", Shape.text("Only of this machine resolver."))
                        .takes("any", Shape.text("Only with this anywhere."))
                        .answers(Shape.listOf("The machines.", MachineJson.MACHINE)),
                Route.admin("GET", "/application/", this::applications)
                        .needsNoRight("It is the same on every server.")
                        .does("Lists the applications that can use tokens on machines.")
                        .answers(Shape.mapOf(
                                "By name.", Shape.fields("").with("options", Shape.object("Its options by name.")))));
    }

    private Reply machines(ApiRequest request) {
        Predicate<FoundMachine> wanted = wanted(request.parameters());
        String resolver = request.parameters().text("resolver").orElse("");
        request.notes().resolver("").success(true);
        return Reply.value(directory.machines(resolver).stream()
                .filter(wanted)
                .map(MachineJson::machine)
                .toList());
    }

    private static Predicate<FoundMachine> wanted(Parameters parameters) {
        String hostname = parameters.text("hostname").orElse("");
        String id = parameters.text("id").orElse("");
        String any = parameters.text("any").orElse("");
        String address = parameters.text("ip").filter(IpText::isAddress).orElse("");
        return found -> found.machine().hostnames().stream().anyMatch(name -> name.contains(hostname))
                && found.machine().id().contains(id)
                && found.machine().anyMatches(text -> text.contains(any))
                && (address.isEmpty() || address.equals(found.machine().address()));
    }

    private Reply applications(ApiRequest request) {
        List<String> services = queries.list(new ListDefinitions(ServiceidTable.TABLE), DefinitionView.class).stream()
                .map(DefinitionView::name)
                .toList();
        Map<String, Object> described = new TreeMap<>();
        for (MachineApplication application : applications.applications()) {
            described.put(application.name(), Map.of("options", MachineJson.options(application.options(), services)));
        }
        request.notes().success(true);
        return Reply.value(described);
    }
}
