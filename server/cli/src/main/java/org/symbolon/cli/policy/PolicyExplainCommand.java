package org.symbolon.cli.policy;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.JsonOutput;
import org.symbolon.cli.kernel.SharedOptions;
import org.symbolon.cli.kernel.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says which policies would take part in a request, and why the others would not. */
@Command(
        name = "explain",
        description = {
            "Say which policies match a request, which do not and why, for each action that its endpoint asks them about.",
            "Nothing is done, and no request need ever have been made."
        },
        footer = {
            "",
            "Without --admin the request is one of a user or a program. What is not given does not matter to policies; an"
                    + " endpoint is named as in the audit: 'POST /validate/check'."
        })
final class PolicyExplainCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Option(
            names = "--endpoint",
            required = true,
            paramLabel = "NAME",
            description = "What is asked for, as in 'POST /validate/check'.")
    private String endpoint;

    @Option(names = "--user", paramLabel = "NAME", description = "Whom it is about. Default: anybody.")
    private Optional<String> user;

    @Option(
            names = "--realm",
            paramLabel = "NAME",
            description = "The realm that it is about. Default: the user's, or the default realm.")
    private Optional<String> realm;

    @Option(
            names = "--resolver",
            paramLabel = "NAME",
            description = "The user's resolver. Default: the first of the realm that knows the user.")
    private Optional<String> resolver;

    @Option(names = "--admin", paramLabel = "NAME", description = "The administrator who asks.")
    private Optional<String> administrator;

    @Option(
            names = "--admin-realm",
            paramLabel = "NAME",
            description = "The realm of the administrator. Default: none, as of local ones.")
    private Optional<String> administratorRealm;

    @Option(names = "--client", paramLabel = "ADDRESS", description = "From where. Default: from anywhere.")
    private Optional<String> client;

    @Option(names = "--on-node", paramLabel = "NAME", description = "The node that is asked. Default: any.")
    private Optional<String> onNode;

    @Option(names = "--at", paramLabel = "TIME", description = "When. Default: now.")
    private Optional<Instant> time;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "The type of the token that it is about. Default: all.")
    private Optional<String> tokenType;

    @Option(names = "--serial", paramLabel = "SERIAL", description = "The token that it is about, for conditions.")
    private Optional<String> serial;

    @Option(
            names = "--header",
            paramLabel = "NAME=VALUE",
            description = "A header, for conditions. May be given again.")
    private Map<String, String> headers = new LinkedHashMap<>();

    @Option(names = "--json", description = "Write JSON instead of a table.")
    private boolean json;

    @Mixin
    private SharedOptions options;

    PolicyExplainCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        PolicyTools.Asked asked = new PolicyTools.Asked(
                endpoint,
                user,
                realm,
                resolver,
                administrator,
                administratorRealm,
                client,
                onNode,
                time,
                tokenType,
                serial,
                headers);
        List<PolicyTools.Explained> explained =
                backend.reading().ask(options, PolicyTools.class, policies -> policies.explain(asked));
        PrintWriter out = specification.commandLine().getOut();
        if (json) {
            out.println(JsonOutput.of(explained));
            return;
        }
        print(explained, out);
    }

    private static void print(List<PolicyTools.Explained> explained, PrintWriter out) {
        TextTable outcomes = new TextTable("ACTION", "OUTCOME");
        explained.forEach(one -> outcomes.add(one.action(), one.outcome()));
        outcomes.print(out);
        out.println();
        if (explained.stream().allMatch(one -> one.policies().isEmpty())) {
            out.println("No policy decides about any of these.");
            return;
        }
        TextTable policies = new TextTable("ACTION", "POLICY", "PRIORITY", "MATCHES", "SAYS", "WHY");
        explained.forEach(one -> one.policies().forEach(finding -> add(policies, one.action(), finding)));
        policies.print(out);
    }

    private static void add(TextTable table, String action, PolicyTools.Finding finding) {
        table.add(
                action,
                finding.policy(),
                Integer.toString(finding.priority()),
                finding.matched() ? "yes" : "no",
                finding.says().isEmpty() ? "-" : finding.says(),
                finding.reason());
    }
}
