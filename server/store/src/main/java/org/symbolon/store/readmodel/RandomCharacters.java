package org.symbolon.store.readmodel;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.command.shared.CharacterRule;
import org.symbolon.command.shared.Randomness;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.enrolment.CharacterRules;

/** Reads for policies how PINs and passwords are made, and makes them by chance. */
@Component
public class RandomCharacters implements CharacterRules {

    private final Randomness randomness;

    public RandomCharacters(Randomness randomness) {
        this.randomness = randomness;
    }

    @Override
    public Optional<String> complaint(String rule, Secret text) {
        return CharacterRule.of(rule).complaint(text.reveal());
    }

    @Override
    public Secret made(String rule, int length) {
        return Secret.of(CharacterRule.of(rule).generate(length, randomness));
    }

    @Override
    public Secret drawn(String characters, int length) {
        return Secret.of(randomness.text(length, characters));
    }
}
