package org.symbolon.command.definition;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.command.secret.SealedConfig;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.definition.TypedEntries;

/** What the kinds of definition with a type and free entries have alike: their names, and entries that may be secrets. */
public final class Configured {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_\\-.]+");

    private final DefinitionKind<?, TypedEntries> kind;
    private final String title;
    private final SealedConfig sealing;

    /**
     * Makes it.
     *
     * @param title what refusals call such a definition
     */
    public Configured(DefinitionKind<?, TypedEntries> kind, String title, SecretVault vault) {
        this.kind = kind;
        this.title = title;
        this.sealing = new SealedConfig(vault);
    }

    /**
     * Lets a name pass that has no other characters than those that such names have.
     *
     * @throws Refusal 905 if it has
     */
    public void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Refusal.parameter("Invalid " + title + " name. Must comply to " + NAME + ".");
        }
    }

    /** What is to be written of a definition that keeps its type, or is new. */
    public UnaryOperator<TypedEntries> written(String name, String type, GivenEntries given, Set<String> secretKeys) {
        return before -> {
            if (before != null && !before.type().equals(type)) {
                throw Refusal.configAdmin("The " + title + " '" + name + "' already exists with another type.");
            }
            return new TypedEntries(
                    type,
                    sealing.entries(
                            key -> kind.entryBinding(name, key),
                            given,
                            secretKeys,
                            before == null ? Map.of() : before.entries()));
        };
    }

    /** Erases the secrets of a definition that is to be deleted. */
    public void erase(TypedEntries settings) {
        settings.entries().values().forEach(sealing::erase);
    }
}
