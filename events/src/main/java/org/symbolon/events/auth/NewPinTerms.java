package org.symbolon.events.auth;

import java.util.Map;

/**
 * What has been decided about new PINs that people must choose when they log in.
 *
 * @param general what a PIN must be
 * @param ofTypes what the PIN of a token of a type must be, which comes first
 * @param days for how many days it is good, null for as long as its owner likes
 */
public record NewPinTerms(PinRule general, Map<String, PinRule> ofTypes, Integer days) {

    /** Any PIN will do, for ever. */
    public static final NewPinTerms ANY = new NewPinTerms(PinRule.NONE, Map.of(), null);

    public NewPinTerms {
        ofTypes = Map.copyOf(ofTypes);
    }

    /** Whoever has been asked may answer, though meanwhile nobody would be asked any more. */
    public static NewPinTerms orAny(NewPinTerms terms) {
        return terms == null ? ANY : terms;
    }

    /** What the PIN of a token of this type must be. */
    public PinRule ruleFor(String type) {
        return ofTypes.getOrDefault(type, PinRule.NONE).or(general);
    }
}
