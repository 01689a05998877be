package org.symbolon.api.configuration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.realm.ChangeDefaultRealm;
import org.symbolon.command.realm.ClearDefaultRealm;
import org.symbolon.command.realm.DeleteRealm;
import org.symbolon.command.realm.RealmCommands;
import org.symbolon.command.realm.SaveRealm;
import org.symbolon.events.realm.RealmMember;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.RealmView;

/** Realms. Whether one is the default counts where a file says so; otherwise it is as the server has it. */
@Component
final class RealmKind implements ConfigurationKind {

    private static final String RESOLVERS = "resolvers";
    private static final String PRIORITY = "priority";
    private static final String DEFAULT = "default";

    private static final Shape SHAPE = Shape.fields("")
            .with(RESOLVERS, Shape.list("The names of its resolvers.").required())
            .with(PRIORITY, Shape.object("When a resolver is asked, by its name, the lowest first."))
            .with(DEFAULT, Shape.flag("Whether it is the default realm."));

    private final Supplier<ConfigurationView> configuration;

    RealmKind(Supplier<ConfigurationView> configuration) {
        this.configuration = configuration;
    }

    @Override
    public String name() {
        return "realm";
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public String key(String name) {
        return RealmCommands.normalised(name);
    }

    @Override
    public List<ConfiguredItem> present() {
        return configuration.get().realms().stream().map(RealmKind::item).toList();
    }

    private static ConfiguredItem item(RealmView realm) {
        Map<String, Object> priorities = new HashMap<>();
        realm.members().stream()
                .filter(member -> member.priority() != null)
                .forEach(member -> priorities.put(member.resolver(), member.priority()));
        Map<String, Object> fields = Map.of(
                RESOLVERS,
                realm.members().stream().map(RealmView.Member::resolver).toList(),
                PRIORITY,
                priorities,
                DEFAULT,
                realm.isDefault());
        return new ConfiguredItem(realm.name(), realm.id(), fields);
    }

    @Override
    public Map<String, Object> normal(GivenItem given, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        List<String> resolvers = Fields.list(fields, RESOLVERS);
        Fields.texts(fields, PRIORITY).forEach((resolver, priority) -> {
            if (!resolvers.contains(resolver)) {
                throw given.fault(PRIORITY, "realm '%s' has no resolver '%s'".formatted(given.name(), resolver));
            }
            if (!priority.matches("[1-9]\\d{0,8}")) {
                throw given.fault(PRIORITY, "'priority.%s' must be a whole number from 1".formatted(resolver));
            }
        });
        Map<String, Object> priorities = new HashMap<>();
        Fields.texts(fields, PRIORITY).forEach((resolver, text) -> priorities.put(resolver, Integer.valueOf(text)));
        Map<String, Object> normal = new LinkedHashMap<>(fields);
        normal.put(PRIORITY, priorities);
        if (!given.fields().containsKey(DEFAULT)) {
            normal.put(DEFAULT, present.map(item -> item.fields().get(DEFAULT)).orElse(false));
        }
        return normal;
    }

    /** So that no other takes the mark from it again. */
    @Override
    public int turn(Map<String, Object> fields) {
        return Fields.flag(fields, DEFAULT) ? 1 : 0;
    }

    @Override
    public List<ItemStep> save(String name, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        List<ItemStep> steps = new ArrayList<>();
        Map<String, String> priorities = Fields.texts(fields, PRIORITY);
        List<RealmMember> members = Fields.list(fields, RESOLVERS).stream()
                .map(resolver -> new RealmMember(
                        resolver, priorities.containsKey(resolver) ? Integer.valueOf(priorities.get(resolver)) : null))
                .toList();
        steps.add(new ItemStep(new SaveRealm(name, members), result -> checkSaved(name, result)));
        boolean was = present.map(item -> Fields.flag(item.fields(), DEFAULT)).orElse(false);
        boolean becomes = Fields.flag(fields, DEFAULT);
        if (was != becomes) {
            steps.add(ItemStep.of(becomes ? new ChangeDefaultRealm(name) : new ClearDefaultRealm()));
        }
        return steps;
    }

    private static void checkSaved(String name, Object result) {
        if (result instanceof SaveRealm.Saved saved && !saved.failed().isEmpty()) {
            throw Refusal.parameter(
                    "Realm '" + name + "' has resolvers that do not exist: " + String.join(", ", saved.failed()) + ".");
        }
    }

    @Override
    public Object deletion(ConfiguredItem present) {
        return new DeleteRealm(present.name());
    }
}
