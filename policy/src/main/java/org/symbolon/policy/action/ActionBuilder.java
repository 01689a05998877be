package org.symbolon.policy.action;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Describes an action part by part; saying what it does ends the description. */
final class ActionBuilder {

    final Scope scope;
    final String name;
    final Kind kind;
    String family;
    boolean whole;
    boolean unique;
    Optional<String> group = Optional.empty();
    List<String> menus = List.of();
    List<String> choices = List.of();
    Optional<Existing> existing = Optional.empty();
    boolean multiple;
    Optional<String> preset = Optional.empty();
    boolean required;
    boolean listed = true;
    Optional<String> waitsFor = Optional.empty();
    boolean idle;

    private final Consumer<Action> table;

    ActionBuilder(Scope scope, String name, Kind kind, Consumer<Action> table) {
        this.scope = scope;
        this.name = name;
        this.kind = kind;
        this.family = name;
        this.whole = kind == Kind.TEXT;
        this.unique = kind != Kind.WORDS;
        this.table = table;
    }

    ActionBuilder family(String common) {
        family = common;
        return this;
    }

    ActionBuilder whole() {
        whole = true;
        return this;
    }

    ActionBuilder united() {
        unique = false;
        return this;
    }

    ActionBuilder group(String heading) {
        group = Optional.of(heading);
        return this;
    }

    ActionBuilder menus(String... opened) {
        menus = List.of(opened);
        return this;
    }

    ActionBuilder choices(String... offered) {
        return choices(List.of(offered));
    }

    ActionBuilder choices(List<String> offered) {
        choices = List.copyOf(offered);
        return this;
    }

    ActionBuilder range(int first, int last) {
        return choices(
                IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList());
    }

    ActionBuilder existing(Existing things) {
        existing = Optional.of(things);
        return this;
    }

    ActionBuilder multiple() {
        multiple = true;
        return this;
    }

    ActionBuilder preset(String value) {
        preset = Optional.of(value);
        return this;
    }

    ActionBuilder required() {
        required = true;
        return this;
    }

    ActionBuilder unlisted() {
        listed = false;
        return this;
    }

    ActionBuilder waitsFor(String missing) {
        waitsFor = Optional.of(missing);
        return this;
    }

    ActionBuilder idle() {
        idle = true;
        return this;
    }

    /** About tokens of a type, whose heading it gets; without such tokens it has no effect. */
    ActionBuilder ofType(String type) {
        group(type);
        return TokenTypeNames.EXISTING.contains(type) ? this : waitsFor(type + " tokens");
    }

    Action does(String description) {
        Action action = new Action(this, description);
        table.accept(action);
        return action;
    }
}
