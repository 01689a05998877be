package org.symbolon.api.config;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.symbolon.command.resolver.ResolverCommands;
import org.symbolon.events.policy.PolicyTerms;
import org.symbolon.events.policy.PolicyText;
import org.symbolon.events.policy.PolicyView;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.RealmView;
import org.symbolon.projections.config.ResolverView;
import org.symbolon.query.admin.AdminView;

/** How the server is set up, as a text to file away; secrets are censored. */
final class SystemReport {

    private final ReportText text = new ReportText();

    SystemReport about(String node, Instant now) {
        text.title("Symbolon").item("Node", node).item("Date", now.toString());
        return this;
    }

    SystemReport serverSettings(Map<String, String> settings) {
        text.section("Settings of the server");
        items(settings);
        return this;
    }

    SystemReport administrators(List<AdminView> administrators, List<String> superuserRealms) {
        text.section("Administrators");
        SortedMap<String, String> addresses = new TreeMap<>();
        administrators.forEach(admin -> addresses.put(admin.username(), admin.email() == null ? "" : admin.email()));
        items(addresses);
        text.section("Realms of administrators");
        if (superuserRealms.isEmpty()) {
            text.nothing();
        }
        superuserRealms.forEach(realm -> text.item("Realm", realm));
        return this;
    }

    SystemReport configuration(ConfigurationView configuration) {
        text.section("System settings");
        items(shown(configuration.settings()));
        text.section("Resolvers");
        configuration.resolvers().forEach(this::resolver);
        text.section("Realms");
        configuration.realms().forEach(this::realm);
        text.section("Policies");
        configuration.policies().all().forEach(this::policy);
        return this;
    }

    private void items(Map<String, String> values) {
        if (values.isEmpty()) {
            text.nothing();
        }
        values.forEach(text::item);
    }

    private static Map<String, String> shown(Map<String, ConfigEntry> entries) {
        Map<String, String> shown = new TreeMap<>();
        entries.forEach((key, entry) -> shown.put(key, entry.isSecret() ? ResolverCommands.CENSORED : entry.value()));
        return shown;
    }

    private void resolver(ResolverView resolver) {
        text.subsection("Resolver", resolver.name()).item("Type", resolver.type());
        items(shown(resolver.entries()));
    }

    private void realm(RealmView realm) {
        String members = realm.members().stream()
                .map(member -> member.priority() == null
                        ? member.resolver()
                        : member.resolver() + " (" + member.priority() + ")")
                .collect(Collectors.joining(", "));
        text.subsection("Realm", realm.name())
                .item("Default", realm.isDefault() ? "yes" : "no")
                .item("Resolvers", members);
    }

    private void policy(PolicyView policy) {
        PolicyTerms terms = policy.terms();
        text.subsection("Policy", policy.name())
                .item("In use", policy.active() ? "yes" : "no")
                .item("Priority", Integer.toString(terms.priority()))
                .item("Scope", terms.scope())
                .item("Action", PolicyText.ofActions(terms.actions()))
                .item("Realms", PolicyText.of(terms.realms()))
                .item("Resolvers", PolicyText.of(terms.resolvers()))
                .item("All resolvers of the user", terms.checkAllResolvers() ? "yes" : "no")
                .item("Users", PolicyText.of(terms.users()))
                .item("Realms of administrators", PolicyText.of(terms.adminRealms()))
                .item("Administrators", PolicyText.of(terms.adminUsers()))
                .item("Nodes", PolicyText.of(terms.nodes()))
                .item("Clients", PolicyText.of(terms.clients()))
                .item("Time", terms.time());
        policy.conditions()
                .forEach(condition -> text.item(
                        "Condition",
                        String.join(
                                " ",
                                condition.section(),
                                condition.key(),
                                condition.comparator(),
                                condition.value(),
                                condition.active() ? "" : "(not in use)")));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
