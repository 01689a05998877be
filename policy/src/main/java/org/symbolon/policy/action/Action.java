package org.symbolon.policy.action;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a policy can say: an action of one scope, with all that is known about it. Whoever enforces it names the constant;
 * definitions, rights and documentation are made of the same constants.
 */
public final class Action {

    private final Scope scope;
    private final String name;
    private final String family;
    private final Kind kind;
    private final boolean whole;
    private final boolean unique;
    private final String description;
    private final Optional<String> group;
    private final List<String> menus;
    private final List<String> choices;
    private final Optional<Existing> existing;
    private final boolean multiple;
    private final Optional<String> preset;
    private final boolean required;
    private final boolean listed;
    private final Optional<String> waitsFor;
    private final boolean idle;

    Action(ActionBuilder builder, String description) {
        this.scope = builder.scope;
        this.name = builder.name;
        this.family = builder.family;
        this.kind = builder.kind;
        this.whole = builder.whole;
        this.unique = builder.unique;
        this.description = description;
        this.group = builder.group;
        this.menus = builder.menus;
        this.choices = builder.choices;
        this.existing = builder.existing;
        this.multiple = builder.multiple;
        this.preset = builder.preset;
        this.required = builder.required;
        this.listed = builder.listed;
        this.waitsFor = builder.waitsFor;
        this.idle = builder.idle;
    }

    public Scope scope() {
        return scope;
    }

    public String name() {
        return name;
    }

    /** What those that differ in the type of token only have in common, as {@code enroll<TYPE>}; of all others the name. */
    public String family() {
        return family;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether blanks are part of its value; otherwise each word is a value. */
    public boolean isWhole() {
        return whole;
    }

    /** Whether only the strongest policies count, which must agree; otherwise the values of all are united. */
    public boolean isUnique() {
        return unique;
    }

    public String description() {
        return description;
    }

    /** The heading that a web interface shows it under. */
    public Optional<String> group() {
        return group;
    }

    /** The menus of a web interface that it opens, as a right. */
    public List<String> menus() {
        return menus;
    }

    /** The values that are offered; without any, and without existing things to choose from, everything may be written. */
    public List<String> choices() {
        return choices;
    }

    /** What exists of these is offered beside the choices. */
    public Optional<Existing> existing() {
        return existing;
    }

    /** Whether several of the choices may be taken, with blanks between them. */
    public boolean multiple() {
        return multiple;
    }

    /** What holds where no policy says anything. */
    public Optional<String> defaultText() {
        return preset;
    }

    /** Whether what it is about does not work at all without it. */
    public boolean required() {
        return required;
    }

    /** Whether definitions and rights name it; policies may do so in any case. */
    public boolean isListed() {
        return listed;
    }

    /** What must come before it can have an effect. */
    public Optional<String> waitsFor() {
        return waitsFor;
    }

    /** Whether no request ever asks for it: it is there for other programs that read policies, or for old ones alone. */
    public boolean isIdle() {
        return idle;
    }

    /** With its scope, as in {@code authentication/otppin}. */
    @Override
    public String toString() {
        return scope.wire() + "/" + name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Action that && scope == that.scope && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scope, name);
    }
}
