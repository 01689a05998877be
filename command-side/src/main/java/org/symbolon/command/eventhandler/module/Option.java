package org.symbolon.command.eventhandler.module;

import java.util.Optional;

/**
 * What can be said about an action: a line in the table of its module. It tells people and web interfaces what to enter;
 * nothing is refused for want of an option.
 */
public final class Option {

    /** What an option holds. */
    public enum Kind {
        LINE,
        TEXT,
        NUMBER,
        FLAG
    }

    /**
     * On what it depends whether the option is asked for.
     *
     * @param option another option of the same action
     * @param value what that one must be; null: a flag that must be set
     */
    public record Visibility(String option, String value) {}

    private final String name;
    private final Kind kind;
    private final boolean required;
    private final boolean secret;
    private final Choices choices;
    private final String preset;
    private final Visibility visibility;
    private final String description;

    private Option(
            String name,
            Kind kind,
            boolean required,
            boolean secret,
            Choices choices,
            String preset,
            Visibility visibility,
            String description) {
        this.name = name;
        this.kind = kind;
        this.required = required;
        this.secret = secret;
        this.choices = choices;
        this.preset = preset;
        this.visibility = visibility;
        this.description = description;
    }

    private static Option of(Kind kind, String name, String description) {
        return new Option(name, kind, false, false, null, null, null, description);
    }

    static Option line(String name, String description) {
        return of(Kind.LINE, name, description);
    }

    static Option text(String name, String description) {
        return of(Kind.TEXT, name, description);
    }

    static Option number(String name, String description) {
        return of(Kind.NUMBER, name, description);
    }

    static Option flag(String name, String description) {
        return of(Kind.FLAG, name, description);
    }

    Option mandatory() {
        return new Option(name, kind, true, secret, choices, preset, visibility, description);
    }

    /** Nobody is to read it again: it is sealed wherever it is kept. */
    Option secretly() {
        return new Option(name, kind, required, true, choices, preset, visibility, description);
    }

    Option from(Choices offered) {
        return new Option(name, kind, required, secret, offered, preset, visibility, description);
    }

    Option otherwise(String usual) {
        return new Option(name, kind, required, secret, choices, usual, visibility, description);
    }

    Option when(String option, String value) {
        return new Option(name, kind, required, secret, choices, preset, new Visibility(option, value), description);
    }

    Option whenSet(String flag) {
        return when(flag, null);
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isRequired() {
        return required;
    }

    public boolean isSecret() {
        return secret;
    }

    public Optional<Choices> choices() {
        return Optional.ofNullable(choices);
    }

    /** What counts when nothing is said. */
    public Optional<String> preset() {
        return Optional.ofNullable(preset);
    }

    public Optional<Visibility> visibility() {
        return Optional.ofNullable(visibility);
    }

    public String description() {
        return description;
    }
}
