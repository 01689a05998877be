package org.symbolon.api.machine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.machine.MachineAddress;
import org.symbolon.command.token.AttachToken;
import org.symbolon.command.token.ChangeMachineTokenOptions;
import org.symbolon.command.token.ChangedOptions;
import org.symbolon.command.token.DetachToken;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.rights.Over;
import org.symbolon.query.machine.FindMachineToken;
import org.symbolon.query.machine.FindMachineTokenIds;
import org.symbolon.query.machine.ListMachineTokens;
import org.symbolon.query.machine.MachineTokenView;
import org.symbolon.query.sending.QueryDispatcher;

/** Attaches tokens to machines, changes what is set of that, and takes them off again. */
@Component
public class MachineTokenEndpoint implements Endpoint {

    private static final String NUMBER = "mtid";

    private final CommandDispatcher commands;
    private final QueryDispatcher queries;
    private final MachineParameters reading;

    MachineTokenEndpoint(CommandDispatcher commands, QueryDispatcher queries, MachineParameters reading) {
        this.commands = commands;
        this.queries = queries;
        this.reading = reading;
    }

    @Override
    public List<Route> routes() {
        Shape serial = Shape.text("The token.");
        Shape application = Shape.text("The application.");
        return List.of(
                Route.admin("POST", "/machine/token", this::attach)
                        .needs(AdminActions.MANAGE_MACHINE_TOKENS, Over.TOKEN)
                        .does("Attaches a token to a machine for an application.")
                        .takes(MachineParameters.SERIAL, serial.required())
                        .takes(MachineParameters.APPLICATION, application.required())
                        .takes(MachineParameters.ADDRESS)
                        .takes("<option>", Shape.text("An option of the application."))
                        .answers(Shape.number("The number of what is attached."))
                        .refuses(601, "There is no such token or machine.")
                        .refuses(1007, "The token is revoked."),
                detaching("/machine/token/<serial>/<application>/<mtid>", this::detachOne)
                        .does("Takes a token off a machine, by the number of what is attached.")
                        .takes(NUMBER, Shape.number("The number.")),
                detaching("/machine/token/<serial>/<machineid>/<resolver>/<application>", this::detach)
                        .does("Takes a token off a machine, or off all.")
                        .takes(MachineParameters.MACHINE, Shape.text("The machine's id, or `any machine`."))
                        .takes(MachineParameters.RESOLVER, Shape.text("The machine's resolver, or `no resolver`.")),
                changing());
    }

    private static Route detaching(String path, Handler handler) {
        return Route.admin("DELETE", path, handler)
                .needs(AdminActions.MANAGE_MACHINE_TOKENS, Over.TOKEN)
                .takes(MachineParameters.SERIAL, Shape.text("The token."))
                .takes(MachineParameters.APPLICATION, Shape.text("The application."))
                .answers(Shape.number("How many were taken off; null where there was none.")
                        .orNull())
                .refuses(601, "There is no such token or machine resolver.");
    }

    private Route changing() {
        return Route.admin("POST", "/machine/tokenoption", this::changeOptions)
                .needs(AdminActions.MANAGE_MACHINE_TOKENS, Over.ATTACHED_TOKEN)
                .does("Sets the options that are given of what is attached; an empty one is taken away.")
                .takes(NUMBER, Shape.number("The number of what is attached, or else:"))
                .takes(MachineParameters.SERIAL, Shape.text("The token."))
                .takes(MachineParameters.APPLICATION, Shape.text("The application."))
                .takes(MachineParameters.ADDRESS)
                .takes("<option>", Shape.text("An option of the application."))
                .answers(Shape.fields("")
                        .with("added", Shape.number("How many were set."))
                        .with("deleted", Shape.number("How many were taken away.")))
                .refuses(601, "There is no such token, machine or thing attached.")
                .refuses(1007, "The token is revoked.");
    }

    private Reply attach(ApiRequest request) {
        Parameters parameters = request.parameters();
        String serial = serial(request);
        String application = application(request);
        Map<String, String> options = reading.options(parameters);
        MachineAddress machine = reading.machine(parameters).orElse(null);
        AttachToken command = new AttachToken(serial, application, machine, options);
        return send(request, command, (Integer number) -> Reply.value(number));
    }

    private Reply detachOne(ApiRequest request) {
        int number = request.parameters().integer(NUMBER, 0);
        String serial = serial(request);
        application(request);
        return send(request, new DetachToken(serial, List.of(number)), (Integer detached) -> Reply.value(detached));
    }

    private Reply detach(ApiRequest request) {
        String serial = serial(request);
        List<Integer> numbers = numbers(request.parameters(), serial, application(request));
        return send(request, new DetachToken(serial, numbers), (Integer count) -> Reply.value(count == 0 ? null : 1));
    }

    /** Without a machine all that a token is attached to for the application is meant, on whatever machine. */
    private List<Integer> numbers(Parameters parameters, String serial, String application) {
        String machine = parameters.required(MachineParameters.MACHINE);
        String resolver = parameters.required(MachineParameters.RESOLVER);
        if (machine.equals(MachineJson.ANY_MACHINE) && resolver.equals(MachineJson.NO_RESOLVER)) {
            ListMachineTokens ofToken = new ListMachineTokens(serial, application, null, null, Map.of());
            return queries.list(ofToken, MachineTokenView.class).stream()
                    .map(MachineTokenView::number)
                    .toList();
        }
        return queries.list(new FindMachineTokenIds(machine, resolver, serial, application), Integer.class);
    }

    private Reply changeOptions(ApiRequest request) {
        Parameters parameters = request.parameters();
        OptionalInt number = parameters.integer(NUMBER);
        Map<String, String> options = reading.options(parameters, NUMBER);
        ChangeMachineTokenOptions command = number.isPresent()
                ? changeOne(request, number.getAsInt(), options)
                : new ChangeMachineTokenOptions(serial(request), named(request), options);
        return send(request, command, (ChangedOptions changed) -> Reply.value(changes(changed)));
    }

    private ChangeMachineTokenOptions changeOne(ApiRequest request, int number, Map<String, String> options) {
        String serial =
                request.parameters().nonEmptyText(MachineParameters.SERIAL).orElse(null);
        MachineTokenView found = queries.find(new FindMachineToken(number), MachineTokenView.class)
                .filter(view -> serial == null || serial.equals(view.serial()))
                .orElseThrow(() -> ApiException.notFound("The requested MachineToken could not be found."));
        reading.note(request, found.serial());
        return new ChangeMachineTokenOptions(found.serial(), List.of(number), options);
    }

    private List<Integer> named(ApiRequest request) {
        String serial = request.parameters().required(MachineParameters.SERIAL);
        String application = application(request);
        MachineAddress machine = reading.machine(request.parameters()).orElse(null);
        FindMachineTokenIds query = machine == null
                ? new FindMachineTokenIds(null, null, serial, application)
                : new FindMachineTokenIds(machine.id(), machine.resolver(), serial, application);
        return queries.list(query, Integer.class);
    }

    private static Map<String, Object> changes(ChangedOptions changed) {
        Map<String, Object> json = new HashMap<>();
        json.put("added", changed.set());
        json.put("deleted", changed.removed());
        return json;
    }

    private String serial(ApiRequest request) {
        String serial = request.parameters().required(MachineParameters.SERIAL);
        reading.note(request, serial);
        return serial;
    }

    private static String application(ApiRequest request) {
        String application = request.parameters().required(MachineParameters.APPLICATION);
        request.notes().info("application: " + application);
        return application;
    }

    private <R> Reply send(ApiRequest request, Object command, Function<R, Reply> answer) {
        return commands.send(request, command, (R result) -> {
            request.notes().success(true);
            return answer.apply(result);
        });
    }
}
