package org.symbolon.command.eventhandler.ready;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.module.HandlerModules;
import org.symbolon.command.shared.Limits;

/**
 * What is said when ready handlers are installed.
 *
 * @param mailServer the definition by which they send
 * @param language of whom no language is known
 * @param contact whom to tell if something is wrong, empty for what the texts say
 * @param replyTo where an answer goes, empty for the sender
 */
public record ReadySettings(String mailServer, String language, String contact, String replyTo) {

    /**
     * The settings, if they can be.
     *
     * @throws Refusal 905 if they cannot
     */
    public ReadySettings {
        Limits.check("contact", contact, Limits.SETTING_VALUE);
        if (contact.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.parameter("contact: expected one line");
        }
        if (!language.matches("[a-z]{2,8}(-[a-z0-9]{1,8})*")) {
            throw Refusal.parameter("This is no language: '" + language + "'");
        }
        if (!replyTo.isEmpty() && !replyTo.matches("[^@\\s,]+@[^@\\s,]+")) {
            throw Refusal.parameter("This is no address: '" + replyTo + "'");
        }
    }

    /** As options of a handler. */
    Map<String, String> options() {
        Map<String, String> options = new HashMap<>();
        options.put("emailconfig", mailServer);
        options.put("language", language);
        if (!contact.isEmpty()) {
            options.put("contact", contact);
        }
        if (!replyTo.isEmpty()) {
            options.putAll(HandlerModules.answeredAt(replyTo));
        }
        return options;
    }
}
