package org.symbolon.command.tokentype;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.symbolon.command.tokentype.TypeDescription.Mode;
import org.symbolon.command.tokentype.TypeDescription.PinUse;
import org.symbolon.command.tokentype.TypeDescription.Tally;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescription.Trigger;
import org.symbolon.events.tokentype.TypeAction;

/**
 * Collects what a type says of itself. What is not said is as with most: a value behind a PIN, at once or as the answer to a
 * challenge that a policy lets the PIN begin.
 */
public final class TypeDescriptionBuilder {

    private final String name;
    private final String serialPrefix;
    private final String title;
    private Set<Mode> modes = EnumSet.of(Mode.AUTHENTICATE, Mode.CHALLENGE);
    private Trigger trigger = Trigger.BY_POLICY;
    private PinUse pinUse = PinUse.BEFORE_VALUE;
    private ClientMode clientMode = ClientMode.INTERACTIVE;
    private String challengeText = "please enter otp: ";
    private final List<TypeParameter> parameters = new ArrayList<>();
    private final List<TypeSetting> settings = new ArrayList<>();
    private final List<StateEntry> state = new ArrayList<>();
    private Tally tally;
    private final List<TypeAction> actions = new ArrayList<>();
    private final Set<String> evidence = new LinkedHashSet<>();
    private final List<ToldField> asked = new ArrayList<>();
    private final List<ToldField> told = new ArrayList<>();
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);

    private TypeDescriptionBuilder(String name, String serialPrefix, String title) {
        this.name = name;
        this.serialPrefix = serialPrefix;
        this.title = title;
    }

    /** A type of this name on the wire, prefix of serials and title. */
    public static TypeDescriptionBuilder of(String name, String serialPrefix, String title) {
        return new TypeDescriptionBuilder(name, serialPrefix, title);
    }

    public TypeDescriptionBuilder loggingInBy(Mode first, Mode... others) {
        modes = EnumSet.of(first, others);
        return this;
    }

    public TypeDescriptionBuilder triggered(Trigger when) {
        trigger = when;
        return this;
    }

    public TypeDescriptionBuilder pin(PinUse use) {
        pinUse = use;
        return this;
    }

    /** What a client has to do at a challenge, and what a person is told. */
    public TypeDescriptionBuilder challenging(ClientMode mode, String text) {
        clientMode = mode;
        challengeText = text;
        return this;
    }

    public TypeDescriptionBuilder taking(List<TypeParameter> taken) {
        parameters.addAll(taken);
        return this;
    }

    public TypeDescriptionBuilder taking(TypeParameter... taken) {
        return taking(Arrays.asList(taken));
    }

    public TypeDescriptionBuilder goingBy(TypeSetting... read) {
        settings.addAll(Arrays.asList(read));
        return this;
    }

    public TypeDescriptionBuilder keeping(List<StateEntry> kept) {
        state.addAll(kept);
        return this;
    }

    public TypeDescriptionBuilder keeping(StateEntry... kept) {
        return keeping(Arrays.asList(kept));
    }

    /** Of the entries whose names begin so is listed only how many there are, under this name. */
    public TypeDescriptionBuilder tallying(String prefix, String listedAs) {
        tally = new Tally(prefix, listedAs);
        return this;
    }

    public TypeDescriptionBuilder governedBy(List<TypeAction> known) {
        actions.addAll(known);
        return this;
    }

    public TypeDescriptionBuilder governedBy(TypeAction... known) {
        return governedBy(Arrays.asList(known));
    }

    /** Parameters of a log-in that it wants to see beside what was typed. */
    public TypeDescriptionBuilder seeing(String... fields) {
        evidence.addAll(Arrays.asList(fields));
        return this;
    }

    /** What its questions say beside the serial, see {@link Question#beside()}. */
    public TypeDescriptionBuilder asking(List<ToldField> fields) {
        asked.addAll(fields);
        return this;
    }

    /** What whoever is let in is told beside the serial, see {@link Judgement.Right#told()}. */
    public TypeDescriptionBuilder telling(List<ToldField> fields) {
        told.addAll(fields);
        return this;
    }

    public TypeDescriptionBuilder with(Trait... more) {
        traits.addAll(Arrays.asList(more));
        return this;
    }

    public TypeDescription build() {
        if (traits.contains(Trait.ROLLS_OVER)) {
            state.add(StateEntry.secret(TypeDescription.SUCCESSOR));
        }
        return new TypeDescription(
                name,
                serialPrefix,
                title,
                Set.copyOf(modes),
                trigger,
                pinUse,
                clientMode,
                challengeText,
                List.copyOf(parameters),
                List.copyOf(settings),
                List.copyOf(state),
                tally,
                List.copyOf(actions),
                Set.copyOf(evidence),
                List.copyOf(asked),
                List.copyOf(told),
                Set.copyOf(traits));
    }
}
