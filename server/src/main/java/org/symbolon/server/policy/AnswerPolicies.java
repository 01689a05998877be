package org.symbolon.server.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.symbolon.command.user.KnownUser;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Reply;
import org.symbolon.server.policy.action.AuthenticationActions;
import org.symbolon.server.policy.action.AuthorizationActions;
import org.symbolon.server.policy.asking.AskedPolicies;
import org.symbolon.server.policy.asking.Subject;

/** What an answer to a log-in tells beyond yes and no. */
final class AnswerPolicies {

    private final LoginSubjects subjects;
    private final UserDirectory directory;

    AnswerPolicies(LoginSubjects subjects, UserDirectory directory) {
        this.subjects = subjects;
        this.directory = directory;
    }

    /** What is known of the user, for the answer; the user store is asked before anything is locked. */
    private record UserInfo(Map<String, String> entries) {}

    PrePolicy userToTell() {
        return PrePolicy.of("user to tell", this::findUserToTell, AuthorizationActions.ADD_USER_IN_RESPONSE);
    }

    /** Whether he is to be told can depend on the token that he will use, so that nobody asks yet. */
    private void findUserToTell(ApiRequest request) {
        if (!request.policies().speakOf(AuthorizationActions.ADD_USER_IN_RESPONSE)) {
            return;
        }
        knownIn(subjects.of(request)).ifPresent(user -> {
            Map<String, String> info = new HashMap<>(directory.infoOf(user));
            info.put("password", "");
            request.own(UserInfo.class, () -> new UserInfo(info));
        });
    }

    PostPolicy user() {
        return PostPolicy.of("user", this::tellUser, AuthorizationActions.ADD_USER_IN_RESPONSE);
    }

    private Reply tellUser(ApiRequest request, Reply reply) {
        AskedPolicies asked = request.policies();
        LoginAnswer answer = LoginAnswer.of(reply);
        if (!asked.speakOf(AuthorizationActions.ADD_USER_IN_RESPONSE) || !answer.isAccepted()) {
            return reply;
        }
        Map<String, String> info =
                request.own(UserInfo.class, () -> new UserInfo(Map.of())).entries();
        boolean wanted = asked.ask(AuthorizationActions.ADD_USER_IN_RESPONSE, subjects.of(request))
                .isSet();
        return wanted && !info.isEmpty() ? answer.with("user", info) : reply;
    }

    PostPolicy resolver() {
        return PostPolicy.of("resolver", this::tellResolver, AuthorizationActions.ADD_RESOLVER_IN_RESPONSE);
    }

    private Reply tellResolver(ApiRequest request, Reply reply) {
        AskedPolicies asked = request.policies();
        LoginAnswer answer = LoginAnswer.of(reply);
        if (!asked.speakOf(AuthorizationActions.ADD_RESOLVER_IN_RESPONSE) || !answer.isAccepted()) {
            return reply;
        }
        Subject subject = subjects.of(request);
        Optional<KnownUser> user = knownIn(subject);
        if (user.isEmpty()
                || !asked.ask(AuthorizationActions.ADD_RESOLVER_IN_RESPONSE, subject)
                        .isSet()) {
            return reply;
        }
        Reply told = answer.with("user-resolver", user.get().resolver());
        return LoginAnswer.of(told).with("user-realm", user.get().realm());
    }

    private static Optional<KnownUser> knownIn(Subject subject) {
        return subject instanceof Subject.Named named ? Optional.ofNullable(named.known()) : Optional.empty();
    }

    PostPolicy noDetailOnSuccess() {
        return PostPolicy.of(
                "no detail on success",
                (request, reply) -> {
                    AskedPolicies asked = request.policies();
                    boolean dropped = LoginAnswer.of(reply).isAccepted()
                            && asked.ask(AuthorizationActions.NO_DETAIL_ON_SUCCESS, Subject.ANYONE)
                                    .isSet();
                    return dropped ? LoginAnswer.of(reply).withoutDetail() : reply;
                },
                AuthorizationActions.NO_DETAIL_ON_SUCCESS);
    }

    /** That takes challenges away, too. */
    PostPolicy noDetailOnFail() {
        return PostPolicy.of(
                "no detail on fail",
                (request, reply) -> {
                    AskedPolicies asked = request.policies();
                    boolean dropped = !LoginAnswer.of(reply).isAccepted()
                            && asked.ask(AuthorizationActions.NO_DETAIL_ON_FAIL, Subject.ANYONE)
                                    .isSet();
                    return dropped ? LoginAnswer.of(reply).withoutDetail() : reply;
                },
                AuthorizationActions.NO_DETAIL_ON_FAIL);
    }

    /** What stands above and below the texts of challenges. */
    PostPolicy challengeText() {
        return PostPolicy.of(
                "text around challenges",
                this::frame,
                AuthenticationActions.CHALLENGE_TEXT_HEADER,
                AuthenticationActions.CHALLENGE_TEXT_FOOTER);
    }

    private Reply frame(ApiRequest request, Reply reply) {
        AskedPolicies asked = request.policies();
        if (!asked.speakOf(AuthenticationActions.CHALLENGE_TEXT_HEADER)) {
            return reply;
        }
        LoginAnswer answer = LoginAnswer.of(reply);
        if (answer.challenges().isEmpty()) {
            return reply;
        }
        Subject subject = subjects.of(request);
        Optional<String> header =
                asked.ask(AuthenticationActions.CHALLENGE_TEXT_HEADER, subject).value();
        if (header.isEmpty()) {
            return reply;
        }
        String footer = asked.ask(AuthenticationActions.CHALLENGE_TEXT_FOOTER, subject)
                .value()
                .orElse("");
        return answer.with("message", framed(header.get(), answer, footer));
    }

    private static String framed(String header, LoginAnswer answer, String footer) {
        TreeSet<String> texts = answer.challenges().stream()
                .filter(Map.class::isInstance)
                .map(challenge -> String.valueOf(((Map<?, ?>) challenge).get("message")))
                .collect(Collectors.toCollection(TreeSet::new));
        String start = header.strip();
        if (start.endsWith("<ol>") || start.endsWith("<ul>")) {
            return header
                    + texts.stream().map(text -> "<li>" + text + "</li>\n").collect(Collectors.joining())
                    + footer;
        }
        return header + "\n" + String.join(", ", texts) + "\n" + footer;
    }

    /** RADIUS servers are told by the status alone. */
    PostPolicy statusAlone() {
        return PostPolicy.of(
                "status alone",
                (request, reply) -> Reply.empty(LoginAnswer.of(reply).isAccepted() ? 204 : 400));
    }
}
