package org.symbolon.connectors.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.command.resolver.port.UserStoreType.TestResult;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;

/** Tries a configuration out: token, user by id, user by name, list, each as far as it is described and a user is named to try it with. */
final class WebTrial {

    /** Where it is not known whether it would succeed. */
    static final String NOTHING =
            "Failed: nothing can be tried, since no request is described, or no user named to try it with";

    private static final int SOME = 10;

    private final WebStore store;
    private final WebSettings settings;
    private final String userId;
    private final String username;
    private final String userOfBefore;
    private final List<String> tried = new ArrayList<>();

    WebTrial(WebStore store, WebParameters parameters) {
        this.store = store;
        this.settings = store.settings();
        this.userId = parameters.text("test_userid", "");
        this.username = parameters.text("test_username", "");
        this.userOfBefore = parameters.text("testUser", "");
    }

    /** What came of it; the first trouble is told. */
    TestResult result() {
        try {
            return userOfBefore.isEmpty() ? eachTried() : userShown();
        } catch (UserStoreUnavailableException trouble) {
            String told = trouble.getMessage();
            return failed(told.startsWith("Failed to ") ? told : "Failed: " + told);
        }
    }

    private static TestResult failed(String why) {
        return new TestResult(false, why);
    }

    /** As with eduMFA: what is known of one user is all that is told. */
    private TestResult userShown() {
        return store.withId(userOfBefore)
                .map(user -> TestResult.ofFound(user.attributes()))
                .orElseGet(() -> failed("No user found for user ID '" + userOfBefore + "'."));
    }

    private TestResult eachTried() {
        if (store.api().hasAuthorization()) {
            store.api().requireAuthorization(store.api().deadline());
            tried.add("Authorization");
        }
        return triedById().or(this::triedByName).or(this::triedList).orElseGet(this::done);
    }

    private TestResult done() {
        if (tried.isEmpty()) {
            return failed(NOTHING);
        }
        return new TestResult(
                true, "Resolver config seems to be OK. Tested configurations: %s.".formatted(String.join(", ", tried)));
    }

    /** Empty if there is no trouble. */
    private Optional<TestResult> triedById() {
        if (userId.isEmpty() || settings.request(Operation.BY_ID).isEmpty()) {
            return Optional.empty();
        }
        Optional<WebUser> found = store.withId(userId);
        if (found.isEmpty()) {
            return Optional.of(failed("No user found for user ID '" + userId + "'."));
        }
        tried.add("Get user by ID");
        String login = found.get().login();
        return username.isEmpty() || login.equalsIgnoreCase(username)
                ? Optional.empty()
                : Optional.of(failed("Defined username '%s' does not match resolved username '%s' for the user id '%s'."
                        .formatted(username, login, userId)));
    }

    private Optional<TestResult> triedByName() {
        if (username.isEmpty() || settings.request(Operation.BY_NAME).isEmpty()) {
            return Optional.empty();
        }
        if (store.withLogin(username).isEmpty()) {
            return Optional.of(failed("No user found for username '" + username + "'."));
        }
        tried.add("Get user by name");
        return Optional.empty();
    }

    private Optional<TestResult> triedList() {
        if (settings.request(Operation.LIST).isEmpty()) {
            return Optional.empty();
        }
        try {
            store.search(UserSearch.of(Map.of(), SOME));
            tried.add("User List");
            return Optional.empty();
        } catch (UserStoreUnavailableException trouble) {
            String told = trouble.getMessage();
            return Optional.of(failed(told.startsWith("Failed to ") ? told : "Failed to get user list: " + told));
        }
    }
}
