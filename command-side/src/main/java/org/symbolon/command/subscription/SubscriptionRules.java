package org.symbolon.command.subscription;

import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.subscription.SubscriptionParty;
import org.symbolon.events.subscription.SubscriptionTerms;

/** What a subscription must say, and how long that may be. */
final class SubscriptionRules {

    private static final int SUBSCRIPTION = 101;
    private static final int SHORT = 50;
    private static final int MEDIUM = 80;
    private static final int LONG = 128;
    private static final int SIGNATURE = 640;

    private SubscriptionRules() {}

    static void check(String application, SubscriptionTerms terms) {
        if (application.isEmpty()) {
            throw missing("application");
        }
        Limits.check("application", application, MEDIUM);
        check("for", terms.holder(), MEDIUM);
        check("by", terms.issuer(), SHORT);
        Limits.check("for_comment", terms.comment(), Limits.TEXT);
        Limits.check("level", terms.level(), MEDIUM);
        Limits.check("signature", terms.signature(), SIGNATURE);
    }

    private static void check(String whose, SubscriptionParty party, int name) {
        if (party == null) {
            throw missing(whose + "_name");
        }
        Limits.check(whose + "_name", party.name(), name);
        Limits.check(whose + "_address", party.address(), LONG);
        Limits.check(whose + "_email", party.email(), LONG);
        Limits.check(whose + "_phone", party.phone(), SHORT);
        Limits.check(whose + "_url", party.url(), MEDIUM);
    }

    /** What a first subscription must say; a later one may leave it out. */
    static void requireAll(SubscriptionTerms terms) {
        require("for_name", terms.holder().name());
        require("for_email", terms.holder().email());
        require("for_phone", terms.holder().phone());
        require("by_name", terms.issuer().name());
        require("by_email", terms.issuer().email());
    }

    private static void require(String name, String text) {
        if (text == null) {
            throw missing(name);
        }
    }

    private static Refusal missing(String name) {
        return Refusal.of(SUBSCRIPTION, "The subscription lacks '" + name + "'.");
    }
}
