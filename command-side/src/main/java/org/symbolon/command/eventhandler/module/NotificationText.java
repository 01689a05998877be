package org.symbolon.command.eventhandler.module;

import static org.symbolon.command.eventhandler.module.Option.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.HandlerOptions;
import org.symbolon.command.eventhandler.text.FamilyText;
import org.symbolon.command.eventhandler.text.PageOfText;
import org.symbolon.command.eventhandler.text.TaggedText;
import org.symbolon.command.eventhandler.text.WantedLanguages;

/**
 * What a notification says, with its tags filled in: by the options of its handler, or by a family of texts in the language of whoever
 * gets it.
 *
 * @param isPage whether the text is HTML
 * @param page the same as HTML beside it, empty where there is none
 */
record NotificationText(String subject, String text, boolean isPage, String page) {

    static final String TEMPLATE = "template";
    static final String LANGUAGE = "language";
    static final String ATTRIBUTES = "language_attribute";
    static final String CONTACT = "contact";

    private static final String USUAL_ATTRIBUTES = "preferredLanguage,language,locale";
    private static final String USUAL_LANGUAGE = "en";
    private static final String SUBJECT = "An action was performed on your token.";
    private static final String BODY =
            """
            Hello {user},

            the administrator {admin}@{realm} performed the action
            {action} on your token {serial}.

            To look after your tokens go to {url}
            """;
    private static final String FROM_FILE = "file:";
    private static final String HTML = "html";

    /** The options of a message in the language of whoever gets it, for each action that has one. */
    static List<Option> options() {
        return List.of(
                line(TEMPLATE, "A family of texts in several languages, in the place of subject and body."),
                line(LANGUAGE, "The language for whom no other is known.").otherwise(USUAL_LANGUAGE),
                line(ATTRIBUTES, "The attributes of a user that name his language; the first that he has counts.")
                        .otherwise(USUAL_ATTRIBUTES),
                line(CONTACT, "Whom to tell if something is wrong; the tag {contact}."));
    }

    /** The subject of a mail of which nothing is said. */
    static String usualSubject() {
        return SUBJECT;
    }

    /** What the options say to this recipient. */
    static NotificationText of(HandledRequest request, HandlerOptions options, Recipient recipient) {
        return options.given(TEMPLATE)
                .map(family -> ofFamily(family, request, options, recipient))
                .orElseGet(() -> ofOptions(request, options, recipient));
    }

    private static NotificationText ofOptions(HandledRequest request, HandlerOptions options, Recipient recipient) {
        String contact = options.text(CONTACT, "");
        NotificationTags inSubject = NotificationTags.inLine(request, recipient, contact);
        NotificationTags inBody = NotificationTags.inBody(request, recipient, contact);
        boolean isPage = options.text("mimetype", "plain").equals(HTML);
        String body = body(request, options);
        return new NotificationText(
                oneLine(TaggedText.filled(options.text("subject", SUBJECT), inSubject::of)),
                isPage
                        ? TaggedText.filledPage(body, inBody::of, NotificationTags.IMAGE)
                        : TaggedText.filled(body, inBody::of),
                isPage,
                "");
    }

    private static String body(HandledRequest request, HandlerOptions options) {
        String body = options.text("body", BODY);
        return body.startsWith(FROM_FILE)
                ? request.lookups()
                        .template(body.substring(FROM_FILE.length()))
                        .orElseThrow(() -> Refusal.parameter("The template of a notification cannot be read"))
                : body;
    }

    private static NotificationText ofFamily(
            String family, HandledRequest request, HandlerOptions options, Recipient recipient) {
        FamilyText found = FamilyText.find(family, languages(options, recipient), request.lookups()::templateIfAny);
        String contact = options.text(CONTACT, found.header(CONTACT).orElse(""));
        NotificationTags tags = NotificationTags.inLine(request, recipient, contact);
        String subject =
                oneLine(TaggedText.filled(found.header("subject").orElse(options.text("subject", SUBJECT)), tags::of));
        String text = found.filled(tags::of);
        String page = found.page()
                .map(own -> TaggedText.filledPage(
                        own, NotificationTags.inBody(request, recipient, contact)::of, NotificationTags.IMAGE))
                .orElseGet(() -> PageOfText.of(subject, found.language(), text));
        return new NotificationText(subject, text, false, page);
    }

    /** His own, then that of the handler, and English where there is nothing else. */
    private static List<String> languages(HandlerOptions options, Recipient recipient) {
        List<String> keys = Stream.of(options.text(ATTRIBUTES, USUAL_ATTRIBUTES).split(","))
                .map(String::strip)
                .toList();
        List<String> languages = new ArrayList<>(WantedLanguages.of(recipient.info(), keys));
        languages.add(options.text(LANGUAGE, USUAL_LANGUAGE).strip().toLowerCase(Locale.ROOT));
        languages.add(USUAL_LANGUAGE);
        return languages.stream().distinct().toList();
    }

    /** A subject is one line, whatever somebody calls himself. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
