package org.symbolon.events.tokentype;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What policies can say of one type.
 *
 * @param scopes in which policies say it
 * @param whole whether blanks are part of its value
 * @param choices the values that are offered; none for whatever is written
 * @param offered what exists and is offered as a value beside the choices
 * @param multiple whether several of them may be taken
 * @param preset what holds where no policy says anything
 * @param required whether nothing goes without it
 * @param idle whether no request ever asks for it
 * @param borrowed whether it is another type's, and this one is told it as well
 * @param heading what a web interface shows it under, where that is not the type
 * @param sentence what it says
 * @param steps at which it is asked for
 * @param use what becomes of what it says
 */
public record TypeAction(
        Set<Scope> scopes,
        String name,
        Kind kind,
        boolean whole,
        List<String> choices,
        Optional<Existing> offered,
        boolean multiple,
        Optional<String> preset,
        boolean required,
        boolean idle,
        boolean borrowed,
        Optional<String> heading,
        String sentence,
        Set<Step> steps,
        Use use) {

    /** Whose policies say it. */
    public enum Scope {
        ADMIN,
        USER,
        ENROLLMENT,
        AUTHENTICATION,
        AUTHORIZATION
    }

    /** What a value looks like. */
    public enum Kind {
        FLAG,
        NUMBER,
        STRING,
        WORDS
    }

    /** What a value can be the name of. */
    public enum Existing {
        CA_CONNECTORS,
        SMS_GATEWAYS
    }

    /** When it is asked for. */
    public enum Step {
        ENROLMENT,
        LOGIN,
        /** At a log-in that can wait before it is answered. */
        WAIT,
        ANSWER,
        /** When somebody calls the type's own endpoint. */
        CALL
    }

    /** What becomes of what it says. */
    public sealed interface Use permits Overwrites, Decides, AllowsTwoSteps, OfTwoSteps, Told {}

    /** It takes the place of this parameter of an enrolment; as {@code True}, if it is a flag. */
    public record Overwrites(String parameter) implements Use {}

    /** It alone decides about this parameter of an enrolment, whatever the request says. */
    public record Decides(String parameter, Check check) implements Use {}

    /** It says whether an enrolment may ({@code allow}) or must ({@code force}) have two steps, which this parameter asks for. */
    public record AllowsTwoSteps(String parameter) implements Use {}

    /** A number that takes the place of this parameter, where there are two steps. */
    public record OfTwoSteps(String parameter) implements Use {}

    /** The type is told it, and does with it what it likes. */
    public record Told() implements Use {}

    /** Looks at a value that a policy says. */
    @FunctionalInterface
    public interface Check {

        /**
         * Whether it is one that the type can go by.
         *
         * @throws RuntimeException the refusal if it is not, and the type has words of its own for that
         */
        boolean isSound(String value);
    }

    /** A flag that is told to the type, in these scopes. */
    public static TypeAction flag(String name, Step step, String sentence, Scope... scopes) {
        return of(name, Kind.FLAG, step, sentence, scopes);
    }

    public static TypeAction number(String name, Step step, String sentence, Scope... scopes) {
        return of(name, Kind.NUMBER, step, sentence, scopes);
    }

    public static TypeAction string(String name, Step step, String sentence, Scope... scopes) {
        return of(name, Kind.STRING, step, sentence, scopes);
    }

    public static TypeAction words(String name, Step step, String sentence, Scope... scopes) {
        return of(name, Kind.WORDS, step, sentence, scopes);
    }

    private static TypeAction of(String name, Kind kind, Step step, String sentence, Scope... scopes) {
        Set<Scope> all = Set.copyOf(EnumSet.copyOf(Arrays.asList(scopes)));
        Optional<String> nothing = Optional.empty();
        return new TypeAction(
                all,
                name,
                kind,
                false,
                List.of(),
                Optional.empty(),
                false,
                nothing,
                false,
                false,
                false,
                nothing,
                sentence,
                Set.of(step),
                new Told());
    }

    /** The same with this use. */
    public TypeAction with(Use other) {
        return but(draft -> draft.use = other);
    }

    /** The same with these values to choose from. */
    public TypeAction choosing(String... offered) {
        return but(draft -> draft.choices = List.of(offered));
    }

    /** The same with the numbers from one to this to choose from. */
    public TypeAction choosingUpTo(int most) {
        List<String> numbers =
                IntStream.rangeClosed(1, most).mapToObj(Integer::toString).toList();
        return but(draft -> draft.choices = numbers);
    }

    /** The same with the names of what exists to choose from. */
    public TypeAction offering(Existing things) {
        return but(draft -> draft.offered = Optional.of(things));
    }

    /** The same of which several may be chosen. */
    public TypeAction several() {
        return but(draft -> draft.multiple = true);
    }

    /** The same with what holds where no policy says anything. */
    public TypeAction or(String otherwise) {
        return but(draft -> draft.preset = Optional.of(otherwise));
    }

    /** The same where blanks are part of its value. */
    public TypeAction asWhole() {
        return but(draft -> draft.whole = true);
    }

    /** The same without which nothing goes. */
    public TypeAction needed() {
        return but(draft -> draft.required = true);
    }

    /** The same where it is asked for at this step, too. */
    public TypeAction alsoAt(Step other) {
        Set<Step> all = EnumSet.copyOf(steps);
        all.add(other);
        return but(draft -> draft.steps = Set.copyOf(all));
    }

    /** The same under this heading. */
    public TypeAction under(String title) {
        return but(draft -> draft.heading = Optional.of(title));
    }

    /** The same where only other programs read it. */
    public TypeAction idly() {
        return but(draft -> draft.idle = true);
    }

    /** The same of another type that describes it, which is told to this one as well. */
    public TypeAction lent() {
        return but(draft -> draft.borrowed = true);
    }

    /** The same but for this. */
    private TypeAction but(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.made();
    }

    /** One that is being changed. */
    private static final class Draft {

        private Set<Scope> scopes;
        private String name;
        private Kind kind;
        private boolean whole;
        private List<String> choices;
        private Optional<Existing> offered;
        private boolean multiple;
        private Optional<String> preset;
        private boolean required;
        private boolean idle;
        private boolean borrowed;
        private Optional<String> heading;
        private String sentence;
        private Set<Step> steps;
        private Use use;

        private Draft(TypeAction of) {
            this.scopes = of.scopes;
            this.name = of.name;
            this.kind = of.kind;
            this.whole = of.whole;
            this.choices = of.choices;
            this.offered = of.offered;
            this.multiple = of.multiple;
            this.preset = of.preset;
            this.required = of.required;
            this.idle = of.idle;
            this.borrowed = of.borrowed;
            this.heading = of.heading;
            this.sentence = of.sentence;
            this.steps = of.steps;
            this.use = of.use;
        }

        private TypeAction made() {
            return new TypeAction(
                    scopes, name, kind, whole, choices, offered, multiple, preset, required, idle, borrowed, heading,
                    sentence, steps, use);
        }
    }
}
