package org.symbolon.command.tokentype.pushed;

import java.util.Optional;
import org.symbolon.command.shared.Truth;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeTerms;

/** What policies say to such a type, read; what no policy says is as it is preset. */
record PushedTerms(PushedActions actions, TypeTerms said) {

    /** The entry of a token's info that says whether its telephone may ask, where policies leave it to that. */
    static final String POLLING_ALLOWED = "polling_allowed";

    private static final int MOST_SECONDS = 300;

    Optional<String> gateway() {
        return said.text(actions.gateway()).filter(text -> !text.isBlank());
    }

    Optional<String> registrationUrl() {
        return said.text(actions.registrationUrl()).filter(text -> !text.isBlank());
    }

    /** Within how many minutes the telephone must have done its part. */
    int minutes() {
        return number(actions.minutes(), PushedActions.PRESET_MINUTES);
    }

    /** For how many seconds a log-in waits; 0 where it does not. */
    int patience() {
        return Math.min(number(actions.patience(), 0), MOST_SECONDS);
    }

    private int number(String action, int preset) {
        return said.text(action)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElse(preset);
    }

    /** As telephones are told it. */
    String checksCertificate() {
        return said.text(actions.checksCertificate())
                .map(String::strip)
                .filter(PushedActions.NO::equals)
                .orElse(PushedActions.YES);
    }

    String question() {
        return said.text(actions.question()).orElse(PushedActions.PRESET_QUESTION);
    }

    String title() {
        return said.text(actions.title()).orElse(PushedActions.PRESET_TITLE);
    }

    /** Whether the telephone of this token may ask for its open challenges. */
    boolean allowPolling(TokenView token) {
        return switch (said.text(actions.polling()).map(String::strip).orElse(PushedActions.ALLOWED)) {
            case PushedActions.DENIED -> false;
            case PushedActions.BY_TOKEN -> Truth.of(token.info().getOrDefault(POLLING_ALLOWED, "True"));
            default -> true;
        };
    }
}
