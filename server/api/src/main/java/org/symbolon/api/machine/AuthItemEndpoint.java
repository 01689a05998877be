package org.symbolon.api.machine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.machine.MachineAddress;
import org.symbolon.command.machine.MachineDirectory;
import org.symbolon.command.token.FetchAuthItems;
import org.symbolon.command.token.FetchedItem;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.query.machine.ListMachineTokens;
import org.symbolon.query.machine.MachineTokenView;
import org.symbolon.query.sending.QueryDispatcher;

/** Hands machines what they check log-ins with. */
@Component
public class AuthItemEndpoint implements Endpoint {

    private static final String CHALLENGE = "challenge";

    private final CommandDispatcher commands;
    private final QueryDispatcher queries;
    private final MachineDirectory directory;
    private final MachineParameters reading;
    private final AuthItemJson json;

    AuthItemEndpoint(
            CommandDispatcher commands,
            QueryDispatcher queries,
            MachineDirectory directory,
            MachineParameters reading,
            AuthItemJson json) {
        this.commands = commands;
        this.queries = queries;
        this.directory = directory;
        this.reading = reading;
        this.json = json;
    }

    @Override
    public List<Route> routes() {
        Route fetch = Route.admin("GET", "/machine/authitem", this::fetch)
                .needs(AdminActions.FETCH_AUTHENTICATION_ITEMS)
                .does("Hands a machine what it checks log-ins with; values for offline use are used up.")
                .takes(MachineParameters.HOSTNAME, Shape.text("The machine.").required())
                .takes(MachineParameters.APPLICATION, Shape.text("Only for this application."))
                .takes(CHALLENGE, Shape.text("What a disk asks, in hexadecimal digits; made up where it is not given."))
                .takes("service_id", Shape.text("Only for this service, on whatever machine."))
                .takes("<option>", Shape.text("Only where this option says so."))
                .answers(Shape.mapOf("By application.", Shape.listOf("", Shape.object("What is handed out."))))
                .refuses(601, "There is no such machine.");
        return List.of(fetch, fetch.at("/machine/authitem/<application>"));
    }

    /** Values for machines without a network are hashed when the transaction that uses them up is over: that takes long. */
    private Reply fetch(ApiRequest request) {
        FetchAuthItems command = command(request);
        AtomicReference<List<FetchedItem>> fetched = new AtomicReference<>(List.of());
        Reply reply = commands.send(request, command, (List<FetchedItem> items) -> {
            fetched.set(items);
            request.notes().success(true);
            return Reply.value(Map.of());
        });
        return reply.withValue(json.of(fetched.get()));
    }

    private FetchAuthItems command(ApiRequest request) {
        Parameters parameters = request.parameters();
        String hostname = parameters.requiredNonEmpty(MachineParameters.HOSTNAME);
        String application =
                parameters.nonEmptyText(MachineParameters.APPLICATION).orElse(null);
        Secret challenge = Secret.of(parameters.text(CHALLENGE).orElse(""));
        Map<String, String> options = reading.options(parameters, CHALLENGE);
        options.values().removeIf(String::isEmpty);
        request.notes().info("host: " + hostname);
        Optional<MachineAddress> machine =
                options.containsKey("service_id") ? Optional.empty() : Optional.of(directory.withHostname(hostname));
        ListMachineTokens wanted = new ListMachineTokens(
                null,
                application,
                machine.map(MachineAddress::id).orElse(null),
                machine.map(MachineAddress::resolver).orElse(null),
                options);
        List<FetchAuthItems.Use> uses = queries.list(wanted, MachineTokenView.class).stream()
                .map(view -> new FetchAuthItems.Use(view.serial(), view.application(), view.options()))
                .toList();
        return new FetchAuthItems(uses, challenge);
    }
}
