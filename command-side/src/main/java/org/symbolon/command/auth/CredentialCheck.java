package org.symbolon.command.auth;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.auth.TriedToken.Match;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.challenge.TokenQuestions;
import org.symbolon.command.config.ChallengeValidity;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.effect.Effects;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.FailCounter;
import org.symbolon.command.token.Fitness;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.Selective;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeDescription.PinUse;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

/**
 * Decides about a log-in: loads the tokens in the order of their serials and then the transaction that is answered, tries each
 * token, and lets the best kind of match decide. Every decision appends to at least one token, so that a stale cache ends in a
 * conflict and never in a second acceptance of one OTP value.
 */
public class CredentialCheck {

    private static final String NO_SUITABLE_TOKEN = "No suitable token found for authentication.";

    private final Tokens tokens;
    private final TokenTypes types;
    private final SecretVault vault;
    private final SystemSettings settings;
    private final Challenges challenges;
    private final Clock clock;
    private final OtpJudge judge;
    private final Questioning questioning;
    private final Answers answers;
    private final Verdicts verdicts;
    private final NewPinChange newPinChange;
    private final NamelessCheck nameless;
    private final SingleUse singleUse;
    private final KeyCheck keys;
    private final Comparator<Token> order;

    public CredentialCheck(
            Tokens tokens,
            TokenTypes types,
            SecretVault vault,
            SystemSettings settings,
            Challenges challenges,
            RevocationCommands spent,
            Effects effects,
            Randomness randomness,
            Clock clock) {
        this.tokens = tokens;
        this.types = types;
        this.vault = vault;
        this.settings = settings;
        this.challenges = challenges;
        this.clock = clock;
        this.order = TriedToken.order(types);
        this.judge = new OtpJudge(types, vault, settings, randomness);
        this.questioning = new Questioning(challenges, types, settings, vault, effects, randomness);
        this.newPinChange = new NewPinChange(tokens, challenges, questioning);
        Counting counting = new Counting(settings);
        this.nameless = new NamelessCheck(judge, counting, spent);
        TokenQuestions begun = new TokenQuestions(vault, new ChallengeValidity(settings));
        this.keys = new KeyCheck(judge, counting, spent, challenges, begun);
        this.singleUse = new SingleUse(types, vault);
        this.answers = new Answers(judge, counting, begun, questioning, singleUse, vault);
        this.verdicts = new Verdicts(settings, counting, answers, questioning, singleUse);
    }

    Judged check(LogIn command) {
        if (command.newPin() != null) {
            return changePin(command);
        }
        if (command.trials().isEmpty()) {
            return Judged.without(Decision.withoutTokens());
        }
        Instant now = clock.instant();
        if (isAboutDeviceOf(command) && !command.trials().get(0).meant()) {
            load(command.trials().get(0), command);
            return Judged.without(Decision.without(NO_SUITABLE_TOKEN));
        }
        if (command.subject() instanceof LoginSubject.Nameless subject) {
            return nameless.on(command, subject, load(command.trials().get(0), command), now);
        }
        if (command.subject() instanceof LoginSubject.Keyed subject) {
            return byKey(command, subject, now);
        }
        List<Aggregate<Token>> loaded = new ArrayList<>(command.trials().size());
        List<Trial> trials = inOrderOfSerials(command.trials());
        for (Trial trial : trials) {
            loaded.add(load(trial, command));
        }
        Optional<Aggregate<ChallengeTransaction>> transaction = Optional.ofNullable(command.transactionId())
                .or(() -> Optional.ofNullable(command.awaited()))
                .flatMap(challenges::find);
        List<TriedToken> tried = new ArrayList<>(trials.size());
        boolean anyPassedOver = false;
        for (int number = 0; number < trials.size(); number++) {
            Aggregate<Token> aggregate = loaded.get(number);
            Trial trial = trials.get(number);
            Token token = aggregate.invoke(found -> found);
            if (!token.revoked() && trial.meant()) {
                tried.add(tryOne(aggregate, token, trial, command, transaction, now));
            } else if (!token.revoked()) {
                anyPassedOver = true;
            }
        }
        if (tried.isEmpty() && anyPassedOver) {
            return Judged.without(Decision.without(NO_SUITABLE_TOKEN));
        }
        Judged judged = decide(command, tried, transaction, now);
        if (command.hasWaited()) {
            transaction.ifPresent(found -> found.execute(ChallengeTransaction::endAll));
        }
        return judged;
    }

    private static boolean isAboutDeviceOf(LogIn command) {
        return command.subject() instanceof LoginSubject.Nameless || command.subject() instanceof LoginSubject.Keyed;
    }

    /** The other tokens are his who has the key; they are there where his success concerns all of them. */
    private Judged byKey(LogIn command, LoginSubject.Keyed subject, Instant now) {
        SortedMap<String, Aggregate<Token>> loaded = new TreeMap<>();
        inOrderOfSerials(command.trials()).forEach(trial -> loaded.put(trial.serial(), load(trial, command)));
        Judged judged = keys.on(command, subject, loaded.get(subject.serial()), now);
        if (judged.decision().accepted() && command.terms().resetsAllTokens().isSaid()) {
            resetAll(loaded.values());
        }
        return judged;
    }

    private Judged changePin(LogIn command) {
        Aggregate<Token> aggregate = load(command.newPin().serial(), command.owner());
        Decision decision = newPinChange.on(command, aggregate, clock.instant());
        Token token = aggregate.invoke(found -> found);
        return new Judged(
                decision, List.of(new TriedToken(aggregate, token, Match.ANSWER, Credential.of(Secret.EMPTY), null)));
    }

    private Judged decide(
            LogIn command, List<TriedToken> tried, Optional<Aggregate<ChallengeTransaction>> transaction, Instant now) {
        if (command.recalled() && tried.stream().noneMatch(one -> one.match() == Match.VALID)) {
            throw StaleEvidenceException.ofUser();
        }
        if (tried.isEmpty()) {
            throw Refusal.tokenLocked();
        }
        if (command.otpOnly()) {
            return new Judged(verdicts.onValueAlone(tried.get(0), now), tried);
        }
        tried.sort(Comparator.comparing(TriedToken::token, order));
        Decision decision = verdicts.on(tried, transaction, command, now);
        if (decision.accepted() && command.terms().resetsAllTokens().isSaid()) {
            resetAll(tried.stream().map(TriedToken::aggregate).toList());
        }
        return new Judged(decision, tried);
    }

    private void resetAll(Collection<Aggregate<Token>> all) {
        all.stream()
                .filter(one -> !one.<Boolean>invoke(singleUse::isOf))
                .forEach(one -> one.execute(FailCounter::reset));
    }

    private static List<Trial> inOrderOfSerials(List<Trial> trials) {
        if (trials.size() < 2) {
            return trials;
        }
        return trials.stream().sorted(Comparator.comparing(Trial::serial)).toList();
    }

    /** The evidence must have been gathered from the state that decides. */
    private Aggregate<Token> load(Trial trial, LogIn command) {
        Aggregate<Token> aggregate = load(trial.serial(), command.owner());
        if (!aggregate.<Boolean>invoke(token -> isAsTried(token, trial, command.terms()))) {
            throw new StaleEvidenceException(trial.serial());
        }
        return aggregate;
    }

    private boolean isAsTried(Token token, Trial trial, LoginTerms terms) {
        return token.pin().equals(trial.pin())
                && (isMeant(token, trial) && !terms.disable(token.type())) == trial.meant()
                && types.find(token.type())
                        .filter(type -> type.describe().pinUse() == PinUse.BY_TOKEN)
                        .filter(type -> type.pinUse(token.view(vault)) != trial.pinUse())
                        .isEmpty();
    }

    private boolean isMeant(Token token, Trial trial) {
        if (!token.active() && types.has(token.type(), Trait.UNHEARD_WHILE_DISABLED)) {
            return false;
        }
        return !(types.find(token.type()).orElse(null) instanceof Selective selective)
                || selective.isFor(token.view(vault), trial.fields());
    }

    private Aggregate<Token> load(String serial, TokenOwner owner) {
        Aggregate<Token> aggregate = tokens.find(serial).orElseThrow(() -> new StaleEvidenceException(serial));
        if (owner != null && !aggregate.<Boolean>invoke(token -> owner.equals(token.owner()))) {
            throw new StaleEvidenceException(serial);
        }
        return aggregate;
    }

    private TriedToken tryOne(
            Aggregate<Token> aggregate,
            Token token,
            Trial trial,
            LogIn command,
            Optional<Aggregate<ChallengeTransaction>> transaction,
            Instant now) {
        Optional<TokenType> type = types.find(token.type());
        Credential given = trial.credential();
        if (command.transactionId() != null
                && type.filter(found -> found.describe().isAskable()).isPresent()) {
            TriedToken answering = new TriedToken(aggregate, token, Match.ANSWER, given, null);
            return Answers.isAsked(answering, transaction, now) ? answering : answering.matching(Match.NOTHING);
        }
        if (trial.asks()) {
            return new TriedToken(aggregate, token, Match.REQUEST, given, null);
        }
        if (!trial.longEnough() || !trial.pinMatches() || type.isEmpty()) {
            return new TriedToken(aggregate, token, Match.NOTHING, given, null);
        }
        Credential shown = command.hasWaited() ? answers.heard(given, token, transaction, now) : given;
        Judgement judgement = judge.judge(token, shown, command, now);
        return new TriedToken(aggregate, token, match(judgement, token, command, now), shown, judgement);
    }

    /** What needs more is asked for it wherever the PIN alone would be; of a token that lets nobody in nobody is waited for. */
    private Match match(Judgement judgement, Token token, LogIn command, Instant now) {
        if (judgement instanceof Judgement.Right) {
            return Match.VALID;
        }
        if (judgement instanceof Judgement.Awaits && !command.hasWaited() && mayLetIn(token, now)) {
            return Match.AWAITED;
        }
        boolean asks = judgement instanceof Judgement.NeedsMore
                && ChallengeRules.ask(command.terms(), types.require(token.type()));
        return asks ? Match.REQUEST : Match.PIN;
    }

    private boolean mayLetIn(Token token, Instant now) {
        return Fitness.refusalOf(token, now).isEmpty() || FailCounter.isExpired(token, settings, now);
    }

    /** Whoever may not be asked at all is passed over; whoever is unfit says why. */
    Asked ask(TriggerChallenges command) {
        List<Aggregate<Token>> asked = new ArrayList<>();
        for (String serial : command.serials().stream().sorted().distinct().toList()) {
            Aggregate<Token> aggregate = load(serial, command.owner());
            if (aggregate.<Boolean>invoke(token -> mayBeAsked(token, command.terms()))) {
                asked.add(aggregate);
            }
        }
        asked.sort(Comparator.comparing(aggregate -> aggregate.invoke(token -> token), order));
        return questioning
                .ask(asked, Map.of(), command.fields(), command.terms(), command.holder(), clock.instant())
                .orElse(Asked.NOBODY);
    }

    private boolean mayBeAsked(Token token, LoginTerms terms) {
        return !token.revoked()
                && !terms.disable(token.type())
                && types.find(token.type())
                        .filter(type -> ChallengeRules.trigger(terms, type))
                        .isPresent();
    }
}
