package org.symbolon.command.support;

import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;
import org.symbolon.command.error.Refusal;

/** Matches a refusal by its code and its text. */
public final class RefusalMatcher extends TypeSafeMatcher<Refusal> {

    private final int code;
    private final String message;

    private RefusalMatcher(int code, String message) {
        super(Refusal.class);
        this.code = code;
        this.message = message;
    }

    public static Matcher<Refusal> refusal(int code, String message) {
        return new RefusalMatcher(code, message);
    }

    public static Matcher<Refusal> tokenLocked() {
        return refusal(1007, "This action is not possible, since the token is locked");
    }

    public static Matcher<Refusal> tokenNotFound() {
        return refusal(601, "The requested token could not be found.");
    }

    public static Matcher<Refusal> tooLong(String parameter, int most) {
        return refusal(905, "Parameter '" + parameter + "' must not be longer than " + most + " characters");
    }

    @Override
    protected boolean matchesSafely(Refusal refusal) {
        return refusal.code() == code && refusal.getMessage().equals(message);
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("refusal " + code + " " + message);
    }

    @Override
    protected void describeMismatchSafely(Refusal refusal, Description description) {
        description.appendText("refusal " + refusal.code() + " " + refusal.getMessage());
    }
}
