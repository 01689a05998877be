package org.symbolon.api.configuration;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.policy.PolicyFields;
import org.symbolon.command.policy.DeletePolicy;
import org.symbolon.projections.config.ConfigurationView;

/** Policies. */
@Component
final class PolicyKind implements ConfigurationKind {

    private static final String ACTION = "action";

    private final Supplier<ConfigurationView> configuration;

    PolicyKind(Supplier<ConfigurationView> configuration) {
        this.configuration = configuration;
    }

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public Shape shape() {
        return PolicyFields.SHAPE;
    }

    @Override
    public List<ConfiguredItem> present() {
        return configuration.get().policies().all().stream()
                .map(policy -> new ConfiguredItem(policy.name(), policy.id(), PolicyFields.of(policy)))
                .sorted(Comparator.comparing(ConfiguredItem::name))
                .toList();
    }

    @Override
    public Map<String, Object> normal(GivenItem given, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        Fields.texts(fields, ACTION).forEach((action, value) -> {
            if (value.contains(",")) {
                throw given.fault(
                        ACTION, "the value of '%s' has a comma, where another action begins".formatted(action));
            }
        });
        return PolicyFields.normal(given.name(), fields);
    }

    @Override
    public List<ItemStep> save(String name, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        return List.of(ItemStep.of(PolicyFields.command(name, fields)));
    }

    @Override
    public Object deletion(ConfiguredItem present) {
        return new DeletePolicy(present.name());
    }
}
