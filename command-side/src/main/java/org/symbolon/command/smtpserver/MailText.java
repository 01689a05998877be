package org.symbolon.command.smtpserver;

import java.util.Map;
import java.util.TreeMap;
import org.symbolon.command.shared.Template;
import org.symbolon.events.shared.Secret;

/** What a mail says. */
public sealed interface MailText {

    /** This, and nothing else. */
    record Plain(Secret text) implements MailText {}

    /**
     * What stands on a page of HTML, which is read when the mail is sent.
     *
     * @param path where the page lies
     * @param values what the tags on it stand for
     */
    record Page(String path, Map<String, Secret> values) implements MailText {

        public Page {
            values = Map.copyOf(values);
        }

        /** The page, with the tags replaced. */
        public String filled(String page) {
            Map<String, String> revealed = new TreeMap<>();
            values.forEach((name, value) -> revealed.put(name, value.reveal()));
            return Template.filledPage(page, revealed);
        }

        /** Shows nothing of what the tags stand for. */
        @Override
        public String toString() {
            return "Page[" + path + "]";
        }
    }
}
