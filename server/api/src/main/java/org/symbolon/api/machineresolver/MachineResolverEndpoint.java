package org.symbolon.api.machineresolver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.symbolon.api.definition.DefinitionEndpoint;
import org.symbolon.api.definition.DefinitionRights;
import org.symbolon.api.definition.EntriesJson;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.ConfigParameters;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.machine.MachineDirectory;
import org.symbolon.command.machine.port.MachineStoreType.TestResult;
import org.symbolon.command.machineresolver.DeleteMachineResolver;
import org.symbolon.command.machineresolver.SaveMachineResolver;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.projections.machineresolver.MachineResolverTable;
import org.symbolon.query.definition.DefinitionView;
import org.symbolon.query.sending.QueryDispatcher;

/** Machine resolvers: what is defined of where machines come from. */
@Component
public class MachineResolverEndpoint extends DefinitionEndpoint {

    private static final DefinitionRights RIGHTS =
            new DefinitionRights(AdminActions.MRESOLVERREAD, AdminActions.MRESOLVERWRITE, AdminActions.MRESOLVERDELETE);

    private static final String PATH = "/machineresolver/";
    private static final String TYPE = "rtype";

    /** Parameters that are no entries of a configuration; the name is one, as clients of eduMFA know it. */
    private static final Set<String> NO_ENTRIES = Set.of("type", "nonce");

    private static final Shape SHOWN = Shape.fields("")
            .with("resolvername", Shape.text("Its name."))
            .with("type", Shape.text("Its type."))
            .with("data", Shape.mapOf("Its configuration.", Shape.text("")));

    private final MachineDirectory machines;

    public MachineResolverEndpoint(CommandDispatcher commands, QueryDispatcher queries, MachineDirectory machines) {
        super(
                commands,
                queries,
                MachineResolverTable.TABLE,
                PATH,
                "resolver",
                SHOWN,
                DeleteMachineResolver::new,
                RIGHTS);
        this.machines = machines;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", PATH, this::ofType)
                        .needs(AdminActions.MRESOLVERREAD)
                        .does("Lists machine resolvers; secrets are censored.")
                        .takes("type", Shape.text("Only of this type."))
                        .answers(listed()),
                showing("Shows one machine resolver, whatever the case of its name; nothing where it is unknown."),
                Route.admin("POST", "/machineresolver/test", this::test)
                        .needs(AdminActions.MRESOLVERWRITE)
                        .does("Tries a configuration out.")
                        .takes(
                                "type",
                                Shape.text("The type of machine resolver.").required())
                        .takes(
                                "resolver",
                                Shape.text(
                                        "The machine resolver whose secrets stand for those that are sent censored."))
                        .takes(ConfigParameters.SHAPE)
                        .answers(Shape.flag("Whether it works."))
                        .tells(Shape.fields("").with("description", Shape.text("What came of it."))),
                saving("Makes a machine resolver, or changes what is given of it.", Shape.number("Its number."))
                        .takes("type", Shape.text("Its type.").required())
                        .takes(ConfigParameters.SHAPE)
                        .refuses(302, "It exists with another type."),
                deleting("Deletes a machine resolver.", Shape.number("The number that it had.")));
    }

    private Reply ofType(ApiRequest request) {
        Optional<String> type = request.parameters().nonEmptyText("type");
        return succeed(
                request,
                listed(defined().stream()
                        .filter(resolver -> type.isEmpty() || type.get().equals(resolver.text(TYPE)))
                        .toList()));
    }

    @Override
    protected List<DefinitionView> defined(String name) {
        return defined().stream()
                .filter(resolver -> resolver.name().equalsIgnoreCase(name))
                .toList();
    }

    @Override
    protected Map<String, Object> json(DefinitionView resolver) {
        return Map.of(
                "resolvername",
                resolver.name(),
                "type",
                resolver.text(TYPE),
                "data",
                EntriesJson.of(resolver.entries()));
    }

    @Override
    protected Object commandToSave(ApiRequest request) {
        String type = request.parameters().required("type");
        return new SaveMachineResolver(named(request), type, ConfigParameters.given(request.parameters(), NO_ENTRIES));
    }

    /** Of a file of hosts nothing is tried. */
    private Reply test(ApiRequest request) {
        Parameters parameters = request.parameters();
        String type = parameters.required("type");
        TestResult result = machines.test(
                        type,
                        ConfigParameters.texts(parameters, NO_ENTRIES),
                        parameters.text("resolver").orElse(""))
                .orElse(new TestResult(false, "Not Implemented"));
        return succeed(request, result.success()).detail(Map.of("description", result.description()));
    }
}
