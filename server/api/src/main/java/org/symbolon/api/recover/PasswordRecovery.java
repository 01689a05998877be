package org.symbolon.api.recover;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.AwaitedEffects;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.user.MailRecoveryCode;
import org.symbolon.command.user.MailRecoveryCode.Mailed;
import org.symbolon.command.user.RecoveryCodes;
import org.symbolon.command.user.RecoveryCodes.NewCode;
import org.symbolon.command.user.RecoveryMail;
import org.symbolon.command.user.UseRecoveryCodes;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.command.user.UserEdits;
import org.symbolon.command.user.WithdrawRecoveryCode;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.UserName;
import org.symbolon.policy.RecoveryPolicies;

/**
 * Mails recovery codes and takes them. Whoever asks is not known: until he has shown the mail address or a code, he hears the same
 * of a user who does not exist as of one who does.
 */
@Component
class PasswordRecovery {

    private static final String MAIL_SERVER = "recovery.identifier";
    private static final String EMAIL = "email";
    private static final int NOT_SENT = 10;

    private final RecoveryCodes codes;
    private final UserDirectory directory;
    private final UserEdits edits;
    private final SystemSettings settings;
    private final CommandDispatcher commands;
    private final AwaitedEffects effects;

    PasswordRecovery(
            RecoveryCodes codes,
            UserDirectory directory,
            UserEdits edits,
            SystemSettings settings,
            CommandDispatcher commands,
            AwaitedEffects effects) {
        this.codes = codes;
        this.directory = directory;
        this.edits = edits;
        this.settings = settings;
        this.commands = commands;
        this.effects = effects;
    }

    /**
     * Mails a code to the user, if the mail address is his.
     *
     * @throws ApiException 904 if it is not, or there is no such user; 302 if no mail server is set; 10 if the mail was not sent
     */
    void mail(ApiRequest request, Optional<KnownUser> named, String address) {
        KnownUser user = named.orElseThrow(PasswordRecovery::anothersAddress);
        String known = Optional.ofNullable(directory.infoOf(user).get(EMAIL))
                .filter(one -> !one.isBlank() && one.equalsIgnoreCase(address.strip()))
                .orElseThrow(PasswordRecovery::anothersAddress);
        RecoveryPolicies.require(request.policies(), user);
        String server = settings.text(MAIL_SERVER)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> ApiException.configAdmin("Missing configuration " + MAIL_SERVER + "."));
        requireEditable(user);
        NewCode made = codes.make(user.login(), user.realm());
        MailRecoveryCode mailing =
                new MailRecoveryCode(made.command(), RecoveryMail.of(server, known, user.login(), made.code()));
        Mailed mailed = (Mailed) commands.sendQuietly(request, mailing);
        effects.begin().failureOf(mailed.effectId()).ifPresent(why -> {
            commands.sendQuietly(request, new WithdrawRecoveryCode(mailed.number()));
            throw notSent(request, why);
        });
    }

    private static ApiException anothersAddress() {
        return ApiException.user("The email does not match the users email.");
    }

    private static ApiException notSent(ApiRequest request, String why) {
        ApiException refusal = ApiException.of(NOT_SENT, "Failed to send email!");
        request.notes().info(refusal.getMessage() + " " + why);
        return refusal;
    }

    /** Before a code is mailed or used up that would be of no use. */
    private void requireEditable(KnownUser user) {
        if (!directory.editable(user.resolver())) {
            throw ApiException.user(
                    "The resolver '" + user.resolver() + "' cannot change the user '" + user.login() + "'.");
        }
    }

    /**
     * Gives the user another password, if the code is one of his. It is used up before the user store is asked, so that it is good
     * once on all nodes.
     *
     * @param name under which he was looked for, found or not
     * @return whether the password is the new one
     * @throws org.symbolon.command.error.Refusal 10 if the user store refuses it; then another code is needed
     */
    boolean reset(ApiRequest request, UserName name, Optional<KnownUser> named, Secret code, Secret password) {
        UserName whose = named.map(user -> new UserName(user.login(), user.realm(), user.resolver()))
                .orElse(name);
        UseRecoveryCodes use = codes.check(whose.login(), whose.realm(), code);
        if (named.isPresent() && !use.matching().isEmpty()) {
            RecoveryPolicies.require(request.policies(), named.get());
            requireEditable(named.get());
        }
        boolean good = (Boolean) commands.sendQuietly(request, use);
        return good && named.isPresent() && edits.change(whose.resolver(), whose.login(), Map.of(), password);
    }
}
