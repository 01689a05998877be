package org.symbolon.api.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.policy.SavePolicy;
import org.symbolon.events.policy.PolicyTerms;
import org.symbolon.events.policy.PolicyView;

/** Policies as files of a configuration have them: all of one, in the words of the API. */
public final class PolicyFields {

    /** What a file says of one. */
    public static final Shape SHAPE = Shape.fields("")
            .with("active", Shape.flag("Whether it is in use.").or(true))
            .with("scope", Shape.text("What it is about.").required())
            .with("priority", Shape.number("Its strength: 1 is the strongest.").or(1))
            .with("action", Shape.anything("What it says.").required())
            .with("realm", Shape.list("For which realms."))
            .with("resolver", Shape.list("For which resolvers."))
            .with("user", Shape.list("For which users."))
            .with("adminrealm", Shape.list("For which realms of administrators."))
            .with("adminuser", Shape.list("For which administrators."))
            .with("edumfanode", Shape.list("For which nodes."))
            .with("client", Shape.list("For which addresses and networks."))
            .with("time", Shape.text("When."))
            .with("check_all_resolvers", Shape.flag("Whether all resolvers of the user count."))
            .with("conditions", Shape.anything("What else must be so."));

    private static final PolicyTerms NOTHING = new PolicyTerms(
            "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), "", false, 1);

    private PolicyFields() {}

    /** The fields of one that there is. */
    public static Map<String, Object> of(PolicyView policy) {
        Map<String, Object> fields = new LinkedHashMap<>(PolicyJson.of(policy));
        fields.remove("name");
        return fields;
    }

    /**
     * The command that makes a policy of these fields, all of which count.
     *
     * @throws org.symbolon.api.kernel.ApiException 905 if one cannot be read
     */
    public static SavePolicy command(String name, Map<String, Object> fields) {
        Map<String, Object> parameters = new LinkedHashMap<>(fields);
        parameters.put("name", name);
        parameters.put("active", fields.get("active").toString());
        return new PolicyParameters(Parameters.of(parameters)).command();
    }

    /**
     * The fields as {@link #of} has them once the policy is there.
     *
     * @throws org.symbolon.command.error.Refusal if it must not say that
     */
    public static Map<String, Object> normal(String name, Map<String, Object> fields) {
        SavePolicy command = command(name, fields);
        return of(new PolicyView(
                0,
                name,
                command.active(),
                command.applied(NOTHING),
                command.further().conditions().orElse(List.of())));
    }
}
