package org.symbolon.api.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.symbolon.api.configuration.ConfigurationPlan.PlannedChange;
import org.symbolon.api.configuration.ItemChange.Action;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.Censored;

/** Compares what files say with what the server has. Nothing is changed here. */
@Component
public class ConfigurationPlanner {

    private final List<ConfigurationKind> kinds;

    ConfigurationPlanner(ConfigurationKinds kinds) {
        this.kinds = kinds.inOrder();
    }

    /**
     * What has to be done so that all is as these say.
     *
     * @param spokenOf kinds of which the files say something, be it that there are none
     * @param prune whether what they do not name is deleted, as far as it is of these kinds
     * @throws ConfigurationFault if that cannot be
     */
    public ConfigurationPlan plan(List<GivenItem> items, Set<String> spokenOf, boolean prune) {
        checkKinds(items, spokenOf);
        List<PlannedChange> changes = new ArrayList<>();
        List<PlannedChange> deletions = new ArrayList<>();
        List<String> onlyHere = new ArrayList<>();
        List<String> keptEntries = new ArrayList<>();
        for (ConfigurationKind kind : kinds) {
            if (!spokenOf.contains(kind.name())) {
                continue;
            }
            OfKind work = new OfKind(kind, items);
            changes.addAll(work.saved());
            keptEntries.addAll(work.kept);
            work.unnamed().forEach(item -> {
                if (prune) {
                    deletions.add(0, deletion(kind, item));
                } else {
                    onlyHere.add(kind.name() + " " + item.name());
                }
            });
        }
        changes.addAll(deletions);
        return new ConfigurationPlan(changes, onlyHere, keptEntries);
    }

    private void checkKinds(List<GivenItem> items, Set<String> spokenOf) {
        Set<String> known = kinds.stream().map(ConfigurationKind::name).collect(Collectors.toSet());
        items.stream().filter(item -> !known.contains(item.kind())).findFirst().ifPresent(item -> {
            throw item.fault(unknown(item.kind()));
        });
        spokenOf.stream().filter(kind -> !known.contains(kind)).findFirst().ifPresent(kind -> {
            throw new ConfigurationFault(unknown(kind));
        });
    }

    private String unknown(String kind) {
        return "unknown kind '%s'; there are: %s"
                .formatted(kind, kinds.stream().map(ConfigurationKind::name).collect(Collectors.joining(", ")));
    }

    private static PlannedChange deletion(ConfigurationKind kind, ConfiguredItem item) {
        return new PlannedChange(
                new ItemChange(Action.DELETE, kind.name(), item.name(), List.of()),
                List.of(ItemStep.of(kind.deletion(item))));
    }

    /**
     * What deletes one thing.
     *
     * @throws ConfigurationFault if it is not there
     */
    public ConfigurationPlan deletion(String kind, String name) {
        ConfigurationKind known = kinds.stream()
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new ConfigurationFault(unknown(kind)));
        ConfiguredItem item = known.present().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ConfigurationFault("there is no %s '%s'".formatted(kind, name)));
        return new ConfigurationPlan(List.of(deletion(known, item)), List.of(), List.of());
    }

    /** Everything that is configured, by kinds and names, with what differs from a new thing. */
    public Map<String, Map<String, Map<String, Object>>> export(boolean openSecrets) {
        Map<String, Map<String, Map<String, Object>>> all = new LinkedHashMap<>();
        for (ConfigurationKind kind : kinds) {
            Map<String, Map<String, Object>> items = new LinkedHashMap<>();
            kind.present().forEach(item -> items.put(item.name(), ExportedFields.of(kind, item, openSecrets)));
            if (!items.isEmpty()) {
                all.put(kind.name(), items);
            }
        }
        return all;
    }

    /** What becomes of the things of one kind. */
    private static final class OfKind {

        private final ConfigurationKind kind;
        private final Map<String, GivenItem> given = new LinkedHashMap<>();
        private final Map<String, ConfiguredItem> present = new LinkedHashMap<>();
        private final List<String> kept = new ArrayList<>();

        OfKind(ConfigurationKind kind, List<GivenItem> items) {
            this.kind = kind;
            items.stream().filter(item -> item.kind().equals(kind.name())).forEach(this::take);
            kind.present().forEach(item -> present.put(kind.key(item.name()), item));
        }

        private void take(GivenItem item) {
            GivenItem other = given.putIfAbsent(kind.key(item.name()), item);
            if (other != null) {
                throw item.fault("%s '%s' is there twice, first at %s"
                        .formatted(kind.name(), item.name(), other.places().apply("")));
            }
        }

        List<ConfiguredItem> unnamed() {
            return present.entrySet().stream()
                    .filter(item -> !given.containsKey(item.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        List<PlannedChange> saved() {
            Map<GivenItem, Map<String, Object>> wanted = new LinkedHashMap<>();
            given.values().forEach(item -> wanted.put(item, wanted(item)));
            List<PlannedChange> changes = new ArrayList<>();
            wanted.entrySet().stream()
                    .sorted(Comparator.<Map.Entry<GivenItem, Map<String, Object>>>comparingInt(
                                    entry -> kind.turn(entry.getValue()))
                            .thenComparing(entry -> entry.getKey().name(), kind.order()))
                    .forEach(entry -> change(entry.getKey(), entry.getValue()).ifPresent(changes::add));
            return changes;
        }

        private Optional<ConfiguredItem> present(GivenItem item) {
            return Optional.ofNullable(present.get(kind.key(item.name())));
        }

        private Map<String, Object> wanted(GivenItem item) {
            try {
                Map<String, Object> fields = kind.normal(item, new FieldReader(kind, item).read(), present(item));
                checkCensored(
                        item,
                        "",
                        fields,
                        present(item).map(ConfiguredItem::fields).orElse(Map.of()));
                return fields;
            } catch (ApiException refused) {
                throw item.fault(refused.getMessage());
            } catch (Refusal refused) {
                throw item.fault(refused.getMessage());
            }
        }

        /** A secret that is to stay must be there. */
        private void checkCensored(GivenItem item, String path, Map<?, ?> fields, Map<?, ?> before) {
            fields.forEach((key, value) -> {
                Object known = before.get(key);
                if (value instanceof Map<?, ?> map) {
                    checkCensored(item, path + key + ".", map, known instanceof Map<?, ?> of ? of : Map.of());
                } else if (Censored.TEXT.equals(value) && !(known instanceof SealedValue)) {
                    String field = path.isEmpty() ? key.toString() : path.substring(0, path.indexOf('.'));
                    throw item.fault(
                            field,
                            "'%s' of %s '%s' is to stay as it is on the server, which has none"
                                    .formatted(path + key, kind.name(), item.name()));
                }
            });
        }

        private Optional<PlannedChange> change(GivenItem item, Map<String, Object> wanted) {
            Optional<ConfiguredItem> before = present(item);
            Differences differences = new Differences(kind.shape().fields().keySet(), kind.keeping());
            Map<String, Object> former = before.map(ConfiguredItem::fields).orElseGet(() -> nothing(wanted));
            differences.kept(former, wanted).forEach(entry -> kept.add(kind.name() + " " + item.name() + ": " + entry));
            List<FieldChange> fields = differences.between(former, wanted);
            if (before.isPresent() && fields.isEmpty()) {
                return Optional.empty();
            }
            Action action = before.isPresent() ? Action.CHANGE : Action.MAKE;
            String name = before.map(ConfiguredItem::name).orElse(item.name());
            return Optional.of(new PlannedChange(
                    new ItemChange(action, kind.name(), name, fields), kind.save(name, wanted, before)));
        }

        /** So that only those fields of a new thing are shown that say something. */
        private Map<String, Object> nothing(Map<String, Object> wanted) {
            Map<String, Object> nothing = new HashMap<>();
            kind.shape().fields().forEach((field, shape) -> {
                Object value = wanted.get(field);
                if (value != null && !shape.isRequired() && ExportedFields.isPreset(value, shape)) {
                    nothing.put(field, value);
                }
            });
            return nothing;
        }
    }
}
