package org.symbolon.policy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.symbolon.events.auth.LoginLimits;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.auth.UseTerms;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.policy.LoginQuestion.Way;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.AuthenticationActions;
import org.symbolon.policy.action.AuthorizationActions;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.WebuiActions;
import org.symbolon.policy.asking.AskedPolicies;
import org.symbolon.policy.asking.AsksPolicies;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.asking.SubjectFacts;
import org.symbolon.policy.matching.Said;

/** Asks the policies all that they say about a log-in, in one go and of one state of them. */
public final class LoginQuestions implements LoginPolicies, AsksPolicies {

    private static final List<Scope> SCOPES =
            List.of(Scope.AUTHENTICATION, Scope.AUTHORIZATION, Scope.ENROLLMENT, Scope.WEBUI);

    private final LoginSubjects subjects;
    private final SubjectFacts facts;
    private final RewritePolicies rewriting;
    private final LoginLayerPolicies layers;
    private final WebuiPolicies webui;

    public LoginQuestions(LoginNames names, SubjectFacts facts, OwnedTokens tokens, Clock clock, String node) {
        this.subjects = new LoginSubjects(names);
        this.facts = facts;
        this.rewriting = new RewritePolicies(subjects);
        this.layers = new LoginLayerPolicies(clock);
        this.webui = new WebuiPolicies(tokens, node);
    }

    /** What {@link LoginActions} does not name. */
    @Override
    public List<Action> asks() {
        List<Action> own = List.of(
                WebuiActions.LOGIN_MODE,
                WebuiActions.REMOTE_USER,
                AuthenticationActions.PREFERRED_CLIENT_MODE,
                AuthenticationActions.CLIENT_MODE_PER_USER);
        return Stream.of(own, LoginTermPolicies.actions(), LoginLayerPolicies.actions(), LoginLimitPolicies.actions())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public AskedLogin ask(LoginQuestion question) {
        List<String> effective = new ArrayList<>();
        AskedPolicies asked = question.policies().tellingTo(effective::add);
        if (SCOPES.stream().noneMatch(asked::hasScope)) {
            return AskedLogin.silent(question.user().or(() -> named(question)));
        }
        Map<String, String> rewritten = rewritten(question, asked);
        Function<String, Optional<String>> given = RewritePolicies.rewritten(question.given(), rewritten);
        Subject subject = question.user().map(Subject::of).orElseGet(() -> subject(question.way(), given));
        return answer(question, new Sent(given, rewritten), new LoginInquiry(asked, subject), effective);
    }

    private Map<String, String> rewritten(LoginQuestion question, AskedPolicies asked) {
        return switch (question.way()) {
            case CHECK, SAML_CHECK, RADIUS_CHECK, RADIUS -> rewriting.ofCheck(asked, question.given());
            case POLL -> rewriting.ofPoll(asked, question.given());
            case TRIGGER, SERVER, SERVER_BY_KEY -> Map.of();
        };
    }

    /** What was sent, and what of it policies have rewritten. */
    private record Sent(Function<String, Optional<String>> given, Map<String, String> rewritten) {

        private boolean answers() {
            return given.apply("transaction_id").isPresent()
                    || given.apply("state").isPresent();
        }

        private boolean namesToken() {
            return given.apply("serial").isPresent();
        }
    }

    /** An owner of a token is not looked for where no policy wants to know him. */
    private Optional<KnownUser> named(LoginQuestion question) {
        return question.way() != Way.SERVER && LoginSubjects.namesUser(question.given())
                ? LoginSubjects.knownIn(subjects.of(question.given()))
                : Optional.empty();
    }

    private Subject subject(Way way, Function<String, Optional<String>> given) {
        return way == Way.SERVER
                ? subjects.ofAdministrator(given.apply("username").orElse(""))
                : subjects.of(given);
    }

    private AskedLogin answer(LoginQuestion question, Sent sent, LoginInquiry inquiry, List<String> effective) {
        Optional<KnownUser> user = LoginSubjects.knownIn(inquiry.subject());
        boolean onServer = question.way().isToServer();
        Ruled<Boolean> apiKey =
                question.way().takesApiKeys() ? inquiry.ruling(AuthorizationActions.API_KEY_REQUIRED) : Ruled.nothing();
        LoginMode mode = onServer && user.isPresent() ? mode(inquiry) : LoginMode.USERSTORE;
        return new AskedLogin(
                sent.rewritten,
                user,
                apiKey,
                mode,
                onServer && isRemoteUserAdmitted(inquiry),
                terms(question.way(), sent, inquiry, mode),
                answerTerms(inquiry, user, question.way()),
                effective);
    }

    private static LoginMode mode(LoginInquiry inquiry) {
        return switch (inquiry.ask(WebuiActions.LOGIN_MODE).value().orElse("userstore")) {
            case "eduMFA" -> LoginMode.TOKENS;
            case "disable" -> LoginMode.DISABLED;
            default -> LoginMode.USERSTORE;
        };
    }

    private static boolean isRemoteUserAdmitted(LoginInquiry inquiry) {
        Set<String> said = inquiry.ask(WebuiActions.REMOTE_USER).values();
        return said.contains("allowed") || said.contains("force");
    }

    /** Where a token is named, nothing decides in its place. However somebody comes, it is counted. */
    private LoginTerms terms(Way way, Sent sent, LoginInquiry inquiry, LoginMode mode) {
        Optional<KnownUser> user = LoginSubjects.knownIn(inquiry.subject());
        LoginLimits limits = way.isAttempt() ? limits(inquiry, user) : LoginLimits.NONE;
        if (way == Way.POLL) {
            return LoginTerms.draft().limits(limits).terms();
        }
        if (way == Way.SERVER && mode != LoginMode.TOKENS) {
            return LoginTerms.draft()
                    .limits(limits)
                    .hidesFailures(LoginTermPolicies.hidesFailures(inquiry))
                    .terms();
        }
        UseTerms use = UsedTokenRules.of(inquiry, facts, way);
        boolean unknown = user.isEmpty() && !sent.namesToken();
        if (unknown) {
            return LoginTermPolicies.ofAnybody(new LoginInquiry(inquiry.asked(), anybody(sent)))
                    .layers(LoginLayerPolicies.ofUnknown(inquiry))
                    .use(use)
                    .terms();
        }
        LoginTerms.Draft draft = LoginTermPolicies.of(inquiry, way.isCheck())
                .onlyByChallenge(!sent.namesToken() && LoginTermPolicies.isOnlyByChallenge(inquiry))
                .use(use)
                .owedToken(way.isCheck() ? OwedTokenPolicies.of(inquiry, way.showsImages()) : null)
                .limits(limits);
        if (!sent.namesToken() && way != Way.TRIGGER) {
            draft.layers(layers.of(inquiry, user.get(), sent.answers(), way.isCheck()));
        }
        return draft.terms();
    }

    private static LoginLimits limits(LoginInquiry inquiry, Optional<KnownUser> user) {
        return user.map(known -> LoginLimitPolicies.of(inquiry, known)).orElse(LoginLimits.NONE);
    }

    /** Whoever says nothing but perhaps a realm. */
    private static Subject anybody(Sent sent) {
        return sent.given
                .apply("realm")
                .<Subject>map(realm -> new Subject.OfRealm(realm.toLowerCase(Locale.ROOT)))
                .orElse(Subject.NOBODY);
    }

    private AnswerTerms answerTerms(LoginInquiry inquiry, Optional<KnownUser> user, Way way) {
        return new AnswerTerms(
                inquiry.asked()::factsOf,
                inquiry.said(AuthorizationActions.ADD_USER_IN_RESPONSE),
                userInfo(inquiry, user),
                inquiry.said(AuthorizationActions.ADD_RESOLVER_IN_RESPONSE),
                inquiry.said(AuthorizationActions.NO_DETAIL_ON_SUCCESS, Subject.ANYONE),
                inquiry.said(AuthorizationActions.NO_DETAIL_ON_FAIL, Subject.ANYONE),
                inquiry.said(AuthenticationActions.CHALLENGE_TEXT_HEADER),
                inquiry.said(AuthenticationActions.CHALLENGE_TEXT_FOOTER),
                inquiry.ruling(AuthenticationActions.PREFERRED_CLIENT_MODE, answer -> answer.value()
                        .map(PreferredClientMode::of)),
                inquiry.ruling(AuthenticationActions.CLIENT_MODE_PER_USER),
                way == Way.RADIUS
                        ? inquiry.said(AuthorizationActions.RADIUS_ATTRIBUTES)
                        : Said.nothing(AuthorizationActions.RADIUS_ATTRIBUTES),
                way.isToServer() ? webui.of(inquiry, user) : WebuiTerms.NONE);
    }

    /** Whether he is to be told can depend on the token that he will use. */
    private Map<String, String> userInfo(LoginInquiry inquiry, Optional<KnownUser> user) {
        if (user.isEmpty() || !inquiry.speakOf(AuthorizationActions.ADD_USER_IN_RESPONSE)) {
            return Map.of();
        }
        Map<String, String> info = new HashMap<>();
        facts.infoOf(user.get()).forEach((key, value) -> info.put(key, (String) value));
        info.put("password", "");
        return info;
    }
}
