package org.symbolon.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.radiusclient.RadiusAttribute;
import org.symbolon.policy.matching.ConditionFacts;
import org.symbolon.policy.matching.PolicyAnswer;
import org.symbolon.policy.matching.PolicyRefusal;
import org.symbolon.policy.matching.Said;

/**
 * How a log-in is to be answered: all that policies say of that, as far as it can be told before it is known which token is used.
 *
 * @param tokenFacts what there is to know of the token with a serial, or of the one that was named where it is null
 * @param user whether an accepted user is told of himself
 * @param userInfo what is known of him, as it was when policies were asked
 * @param resolver whether he is told where he comes from
 * @param silentOnSuccess whether whoever is let in is told nothing more
 * @param silentOnFailure whether anybody else is told nothing more
 * @param header what stands above the texts of challenges
 * @param footer what stands below them
 * @param preferred which way of answering a client is to prefer where there are several
 * @param preferredByUse whether it is the one that was taken last
 * @param radiusAttributes what a RADIUS client is told of a user who is let in
 * @param webui how a web interface is to behave
 */
public record AnswerTerms(
        Function<String, ConditionFacts> tokenFacts,
        Said user,
        Map<String, String> userInfo,
        Said resolver,
        Said silentOnSuccess,
        Said silentOnFailure,
        Said header,
        Said footer,
        Ruled<PreferredClientMode> preferred,
        Ruled<Boolean> preferredByUse,
        Said radiusAttributes,
        WebuiTerms webui) {

    private static final Said NOTHING = Said.nothing(null);

    /** Where no policy says anything. */
    public static final AnswerTerms NONE = new AnswerTerms(
            serial -> ConditionFacts.NONE,
            NOTHING,
            Map.of(),
            NOTHING,
            NOTHING,
            NOTHING,
            NOTHING,
            NOTHING,
            Ruled.nothing(),
            Ruled.nothing(),
            NOTHING,
            WebuiTerms.NONE);

    /** The terms of an answer about the token with this serial, null for none. */
    public Told about(String serial, Consumer<String> effective) {
        return new Told(serial, effective);
    }

    /** What is said where it is known which token was used. Who reads it has its policies named to the audit. */
    public final class Told {

        private final String serial;
        private final Consumer<String> effective;

        private Told(String serial, Consumer<String> effective) {
            this.serial = serial;
            this.effective = effective;
        }

        private PolicyAnswer of(Said said) {
            return said.of(tokenFacts.apply(serial), effective);
        }

        private boolean isSet(Said said) {
            return !said.isNothing() && of(said).isSet();
        }

        /** What an accepted user is told of himself; empty for nothing. */
        public Map<String, String> user() {
            return isSet(user) ? userInfo : Map.of();
        }

        public boolean tellsResolver() {
            return isSet(resolver);
        }

        public boolean isSilent(boolean accepted) {
            return isSet(accepted ? silentOnSuccess : silentOnFailure);
        }

        /** What stands above the texts of challenges; only with one is there anything below. */
        public Optional<String> header() {
            return header.isNothing() ? Optional.empty() : of(header).value();
        }

        public Optional<String> footer() {
            return footer.isNothing() ? Optional.empty() : of(footer).value();
        }

        /**
         * Which way of answering a client is to prefer.
         *
         * @throws PolicyRefusal 303 if policies cannot be followed
         */
        public PreferredClientMode preferred() {
            preferred.policies().forEach(effective);
            if (preferred.fault() != null) {
                throw new PolicyRefusal(preferred.fault());
            }
            return preferred.value() == null ? PreferredClientMode.PRESET : preferred.value();
        }

        /** Whether the way by which somebody has answered last comes before all others. */
        public boolean prefersLastUsed() {
            preferredByUse.policies().forEach(effective);
            return preferredByUse.value() != null;
        }

        /**
         * What a RADIUS client is told of a user who is let in.
         *
         * @throws PolicyRefusal 303 if policies cannot be followed
         */
        public List<RadiusAttribute> radiusAttributes() {
            return radiusAttributes.isNothing()
                    ? List.of()
                    : RadiusAttributeList.of(of(radiusAttributes).values());
        }

        /** The settings of a web interface as policies want them. */
        public Map<String, Object> webui(Map<String, Object> preset) {
            return webui.over(preset, this::of);
        }
    }
}
