package org.symbolon.cli.thing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.symbolon.cli.configuration.ConfigurationTools;
import org.symbolon.cli.configuration.ConfigurationTools.Item;
import org.symbolon.cli.configuration.ConfigurationTools.Wanted;
import org.symbolon.cli.kernel.CommandFailedException;

/** Things of one kind, for commands about one of them: a change is what a file with that one thing would do. */
public final class ConfiguredThings {

    private final ConfigurationTools tools;
    private final String kind;
    private final String account;

    /**
     * Made for one command.
     *
     * @param account of whoever gives it
     */
    public ConfiguredThings(ConfigurationTools tools, String kind, String account) {
        this.tools = tools;
        this.kind = kind;
        this.account = account;
    }

    /** Their fields, by their names. */
    public Map<String, Map<String, Object>> all() {
        return tools.export(false).getOrDefault(kind, Map.of());
    }

    Map<String, Object> one(String name) {
        Map<String, Object> fields = all().get(name);
        if (fields == null) {
            throw new CommandFailedException("there is no %s '%s'".formatted(kind, name));
        }
        return fields;
    }

    public void make(String name, Map<String, Object> fields) {
        ConfigurationTools.Plan plan = tools.plan(wanted(name, fields), false);
        if (plan.changes().stream().noneMatch(change -> change.action() == ConfigurationTools.Action.MAKE)) {
            throw new CommandFailedException("there is a %s '%s' already".formatted(kind, name));
        }
        save(name, fields);
    }

    public void change(String name, String field, Object value) {
        Map<String, Object> fields = new LinkedHashMap<>(one(name));
        fields.put(field, value);
        save(name, fields);
    }

    void delete(String name) {
        one(name);
        tools.delete(kind, name, account);
    }

    private void save(String name, Map<String, Object> fields) {
        tools.apply(wanted(name, fields), false, account);
    }

    private Wanted wanted(String name, Map<String, Object> fields) {
        Item item = new Item(kind, name, fields, Map.of("", kind + " " + name));
        return new Wanted(List.of(item), Set.of(kind));
    }
}
