package org.symbolon.api.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.UserName;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.asking.AskedPolicies;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.matching.CompiledPolicy;
import org.symbolon.policy.matching.PolicyQuestion;

/** Tells which policies would be found for somebody, here and now. What that would mean is not said. */
@Component
public class PolicyCheckEndpoint implements Endpoint {

    private static final Shape CHECKED = Shape.fields("")
            .with("allowed", Shape.flag("Whether there is any such policy."))
            .with("policy", Shape.listOf("The policies, the strongest first.", PolicyJson.SHAPE))
            .with("info", Shape.text("What is said where there is none."));

    private final UserDirectory directory;

    public PolicyCheckEndpoint(UserDirectory directory) {
        this.directory = directory;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.admin("GET", "/policy/check", this::check)
                .needs(AdminActions.POLICYREAD)
                .does("Tells which policies are found for a user and an action, here and now.")
                .takes("user", Shape.text("Whom they are to be for.").required())
                .takes("realm", Shape.text("In which realm he is.").required())
                .takes("scope", Shape.text("Of which scope they are to be.").required())
                .takes("action", Shape.text("What they are to be about.").required())
                .takes("client", Shape.text("From where he comes; the caller's address where it is not given."))
                .takes("resolver", Shape.text("In which resolver he is."))
                .answers(CHECKED)
                .refuses(303, "Of a policy it cannot be told whether it is meant."));
    }

    private Reply check(ApiRequest request) {
        request.parameters(withSmallNames(request.parameters()));
        List<Map<String, Object>> found = request.policies().all().matching(question(request)).stream()
                .map(CompiledPolicy::view)
                .map(PolicyJson::of)
                .toList();
        request.notes().success(true);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("allowed", !found.isEmpty());
        if (found.isEmpty()) {
            answer.put("info", "No policies found");
        } else {
            answer.put("policy", found);
        }
        return Reply.value(answer);
    }

    /** Here names of parameters may be written in capitals. */
    private static Parameters withSmallNames(Parameters given) {
        if (given.names().stream().allMatch(name -> name.equals(name.toLowerCase(Locale.ROOT)))) {
            return given;
        }
        Map<String, Object> values = new LinkedHashMap<>(given.all());
        given.all().forEach((name, value) -> values.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return Parameters.of(values);
    }

    private PolicyQuestion question(ApiRequest request) {
        Parameters parameters = request.parameters();
        String user = parameters.required("user");
        String realm = parameters.required("realm");
        String scope = parameters.required("scope");
        String action = parameters.required("action");
        Optional<String> resolver = parameters.text("resolver");
        String client = parameters.nonEmptyText("client").orElse(request.client());
        AskedPolicies here = request.policies();
        PolicyQuestion question = here.about(PolicyQuestion.of(scope).about(action), Subject.ANYONE);
        return question.forUser(
                        user,
                        List.of(realm),
                        resolver.orElse(null),
                        () -> directory.resolversKnowing(new UserName(user, realm, "")))
                .at(question.node(), client, question.now());
    }
}
