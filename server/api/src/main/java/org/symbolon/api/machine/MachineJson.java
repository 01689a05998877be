package org.symbolon.api.machine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.machine.FoundMachine;
import org.symbolon.command.machine.application.ApplicationOption;
import org.symbolon.query.machine.MachineTokenView;

/** Machines, what is attached to them and what can be said of that, in the wire format. */
final class MachineJson {

    static final String ANY_MACHINE = "any machine";
    static final String NO_RESOLVER = "no resolver";
    private static final String ANY_HOST = "any host";

    /** What {@link #machine} answers. */
    static final Shape MACHINE = Shape.fields("")
            .with("hostname", Shape.list("Its names."))
            .with("id", Shape.text("Its id in its resolver."))
            .with("ip", Shape.text("Its address."))
            .with("resolver_name", Shape.text("Its resolver."));

    /** What the two lists answer; the type is in the one of a search, the name of the machine in that of a token. */
    static final Shape MACHINE_TOKEN = Shape.fields("")
            .with("id", Shape.number("Its number."))
            .with("serial", Shape.text("The token."))
            .with("type", Shape.text("The token's type."))
            .with("application", Shape.text("The application."))
            .with("machine_id", Shape.text("The machine's id.").orNull())
            .with("resolver", Shape.text("The machine's resolver.").orNull())
            .with("hostname", Shape.text("The machine's name."))
            .with("options", Shape.mapOf("What is set of it.", Shape.text("")));

    private MachineJson() {}

    static Map<String, Object> machine(FoundMachine found) {
        return Map.of(
                "hostname", found.machine().hostnames(),
                "id", found.machine().id(),
                "ip", found.machine().address(),
                "resolver_name", found.resolver());
    }

    /** As in the list of one token's machines. */
    static Map<String, Object> ofToken(MachineTokenView view, String hostname) {
        boolean anywhere = view.machineId() == null;
        Map<String, Object> json = common(view);
        json.put("machine_id", anywhere ? ANY_MACHINE : view.machineId());
        json.put("resolver", anywhere ? NO_RESOLVER : view.resolver());
        json.put("hostname", anywhere ? ANY_HOST : hostname);
        return json;
    }

    /** As in a list of what was searched; of the machine it says what the search said. */
    static Map<String, Object> ofSearch(MachineTokenView view, String machineId, String resolver) {
        Map<String, Object> json = common(view);
        json.put("machine_id", machineId);
        json.put("resolver", resolver);
        json.put("type", view.type());
        return json;
    }

    private static Map<String, Object> common(MachineTokenView view) {
        Map<String, Object> json = new HashMap<>();
        json.put("id", view.number());
        json.put("serial", view.serial());
        json.put("application", view.application());
        json.put("options", view.options());
        return json;
    }

    static Map<String, Object> options(List<ApplicationOption> options, List<String> services) {
        Map<String, Object> described = new TreeMap<>();
        options.forEach(option -> described.put(option.name(), option(option, services)));
        return described;
    }

    private static Map<String, Object> option(ApplicationOption option, List<String> services) {
        Map<String, Object> json = new HashMap<>();
        json.put(
                "type",
                switch (option.kind()) {
                    case NUMBER -> "int";
                    case TEXT -> "str";
                });
        if (option.description() != null) {
            json.put("description", option.description());
        }
        if (option.choices() instanceof ApplicationOption.Numbers numbers) {
            json.put("value", numbers.values());
        }
        if (option.choices() instanceof ApplicationOption.ServiceIds) {
            json.put("value", services);
        }
        return json;
    }
}
