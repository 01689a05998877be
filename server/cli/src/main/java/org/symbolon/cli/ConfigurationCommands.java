package org.symbolon.cli;

import picocli.CommandLine;

/** Puts together the commands on the configuration: as files, and on single things. */
final class ConfigurationCommands {

    private static final String ACTIVE = "active";
    private static final String DELETE = "delete";

    private final Backend backend;

    ConfigurationCommands(Backend backend) {
        this.backend = backend;
    }

    CommandLine files() {
        return group("Keep realms, resolvers, policies, event handlers, tasks, servers and settings in files.")
                .addSubcommand(new ConfigExportCommand(backend))
                .addSubcommand(new ConfigPlanCommand(backend))
                .addSubcommand(new ConfigApplyCommand(backend))
                .addSubcommand(new ConfigImportCommand(backend));
    }

    CommandLine realms() {
        return group("List, make and delete realms; say which is the default.")
                .addSubcommand(new ThingListCommand(backend, "realm", "resolvers", "default"))
                .addSubcommand(new ThingShowCommand(backend, "realm"))
                .addSubcommand(new RealmCreateCommand(backend))
                .addSubcommand("set-default", changing("realm", "default", true, "Make a realm the default."))
                .addSubcommand(new RealmClearDefaultCommand(backend))
                .addSubcommand(new ThingDeleteCommand(backend, "realm"));
    }

    CommandLine resolvers() {
        return group("List, make and delete resolvers.")
                .addSubcommand(new ThingListCommand(backend, "resolver", "type"))
                .addSubcommand(new ThingShowCommand(backend, "resolver"))
                .addSubcommand(new ResolverCreateCommand(backend))
                .addSubcommand(new ThingDeleteCommand(backend, "resolver"));
    }

    CommandLine handlers() {
        CommandLine group = group("List event handlers, switch them on and off, delete them.")
                .addSubcommand(new ThingListCommand(backend, "event", ACTIVE, "event", "handlermodule", "action"))
                .addSubcommand(new ThingShowCommand(backend, "event"));
        addSwitches(group, "event");
        return group;
    }

    void addTo(CommandLine policies) {
        policies.addSubcommand(new ThingListCommand(backend, "policy", ACTIVE, "scope", "action"))
                .addSubcommand(new ThingShowCommand(backend, "policy"))
                .addSubcommand(new PolicyCreateCommand(backend));
        addSwitches(policies, "policy");
    }

    /** Those to switch something on and off, and to delete it. */
    void addSwitches(CommandLine group, String kind) {
        group.addSubcommand("enable", changing(kind, ACTIVE, true, "Switch one on."))
                .addSubcommand("disable", changing(kind, ACTIVE, false, "Switch one off."))
                .addSubcommand(DELETE, new ThingDeleteCommand(backend, kind));
    }

    private CommandLine changing(String kind, String field, Object value, String description) {
        return described(new CommandLine(new ThingChangeCommand(backend, kind, field, value)), description);
    }

    private static CommandLine group(String description) {
        return described(new CommandLine(new GroupCommand()), description);
    }

    private static CommandLine described(CommandLine command, String description) {
        command.getCommandSpec().usageMessage().description(description);
        return command;
    }
}
