package org.symbolon.api.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.ConfigurationSource;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.policy.DeletePolicy;
import org.symbolon.command.policy.DisablePolicy;
import org.symbolon.command.policy.EnablePolicy;
import org.symbolon.command.policy.SavePolicy;
import org.symbolon.events.policy.PolicyView;
import org.symbolon.policy.action.AdminActions;

/** Policies: they are kept, changed and listed here. */
@Component
public class PolicyEndpoint implements Endpoint {

    private static final Shape FILTER = Shape.fields("")
            .with("scope", Shape.text("Only of this scope."))
            .with("realm", Shape.text("Only those that are for this realm."))
            .with("active", Shape.flag("Only those in use, or only the others."));

    private final CommandDispatcher commands;
    private final ConfigurationSource configuration;

    public PolicyEndpoint(CommandDispatcher commands, ConfigurationSource configuration) {
        this.commands = commands;
        this.configuration = configuration;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/policy/", this::list)
                        .needs(AdminActions.POLICYREAD)
                        .does("Lists policies, the strongest first.")
                        .takes(FILTER)
                        .takes(ConfigurationSource.PARAMETERS)
                        .answers(Shape.listOf("The policies.", PolicyJson.SHAPE)),
                Route.admin("GET", "/policy/<name>", this::get)
                        .needs(AdminActions.POLICYREAD)
                        .does("Shows one policy; an empty list where it is unknown.")
                        .takes("name", Shape.text("Its name."))
                        .takes(FILTER)
                        .takes(ConfigurationSource.PARAMETERS)
                        .answers(Shape.listOf("The policy.", PolicyJson.SHAPE)),
                Route.admin("POST", "/policy/<name>", this::save)
                        .needs(AdminActions.POLICYWRITE)
                        .does("Makes a policy, or changes what is given of it.")
                        .takes("name", Shape.text("Its name."))
                        .takes(PolicyParameters.SHAPE)
                        .answers(Shape.mapOf("`setPolicy` and the name.", Shape.number("Its number.")))
                        .refuses(302, "A client is no address."),
                byName("DELETE", "/policy/<name>", this::delete)
                        .needs(AdminActions.POLICYDELETE)
                        .does("Deletes a policy."),
                byName("POST", "/policy/enable/<name>", this::enable)
                        .needs(AdminActions.POLICYWRITE)
                        .does("Puts a policy into use."),
                byName("POST", "/policy/disable/<name>", this::disable)
                        .needs(AdminActions.POLICYWRITE)
                        .does("Puts a policy out of use."));
    }

    private static Route byName(String method, String path, Handler handler) {
        return Route.admin(method, path, handler)
                .takes("name", Shape.text("Its name."))
                .answers(Shape.number("Its number."))
                .refuses(601, "There is no such policy.");
    }

    private Reply list(ApiRequest request) {
        return found(request, Optional.empty());
    }

    private Reply get(ApiRequest request) {
        String name = request.parameters().required("name");
        return found(request, Optional.of(name));
    }

    private Reply found(ApiRequest request, Optional<String> name) {
        List<Map<String, Object>> found = configuration.wanted(request).policies().all().stream()
                .filter(policy -> name.map(policy.name()::equals).orElse(true))
                .filter(policy -> isWanted(policy, request.parameters()))
                .map(PolicyJson::of)
                .toList();
        request.notes().success(true);
        name.ifPresent(text -> request.notes().info(text));
        return Reply.value(found);
    }

    private static boolean isWanted(PolicyView policy, Parameters parameters) {
        boolean scopeFits =
                parameters.printed("scope").map(policy.terms().scope()::equals).orElse(true);
        boolean realmFits = parameters.printed("realm").map(policy::isForRealm).orElse(true);
        boolean activeFits = !parameters.has("active") || parameters.flag("active") == policy.active();
        return scopeFits && realmFits && activeFits;
    }

    private Reply save(ApiRequest request) {
        Parameters parameters = request.parameters();
        request.notes().actionDetail(parameters.required("name")).info(PythonText.of(parameters.all()));
        SavePolicy command = new PolicyParameters(parameters).command();
        return commands.send(request, command, (Integer number) -> {
            request.notes().success(true);
            return Reply.value(Map.of("setPolicy " + command.name(), number));
        });
    }

    private Reply delete(ApiRequest request) {
        return send(request, DeletePolicy::new);
    }

    private Reply enable(ApiRequest request) {
        return send(request, EnablePolicy::new);
    }

    private Reply disable(ApiRequest request) {
        return send(request, DisablePolicy::new);
    }

    private Reply send(ApiRequest request, Function<String, Object> command) {
        String name = request.parameters().required("name");
        request.notes().actionDetail(name);
        return commands.send(request, command.apply(name), (Integer number) -> {
            request.notes().success(true);
            return Reply.value(number);
        });
    }
}
