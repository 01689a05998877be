package org.symbolon.api.tokenfile;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.ImportJson;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteNeed;
import org.symbolon.api.kernel.ServerEnd;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.spool.Spool;
import org.symbolon.api.kernel.spool.StoredBytes;
import org.symbolon.api.tokenfile.format.FileText;
import org.symbolon.api.tokenfile.format.PskcOptions;
import org.symbolon.api.tokenfile.format.PskcOptions.MacRule;
import org.symbolon.api.tokenfile.format.TokenFile;
import org.symbolon.api.tokenfile.format.TokenFileType;
import org.symbolon.api.tokenfile.pgp.PgpMessage;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.rights.Over;

/** Enrols the tokens of a file that came with their devices: all that the server can keep, or none of a file that is refused. */
@Component
public class TokenFileEndpoint implements Endpoint {

    private static final Shape PARAMETERS = Shape.fields("")
            .with("filename", Shape.text("What the file is called.").required())
            .with(
                    "file",
                    Shape.file("The file, in UTF-8, or encrypted with PGP for a key of the server.")
                            .required())
            .with(
                    "type",
                    Shape.choice("Its format.", TokenFileType.names().toArray(String[]::new))
                            .required())
            .with("tokenrealms", Shape.list("The realms that the tokens are to be in."))
            .with("psk", Shape.secret("The key that `pskc` keys are encrypted with, 32 hexadecimal digits."))
            .with("password", Shape.secret("The password that they are encrypted with."))
            .with(
                    "pskcValidateMAC",
                    Shape.choice(
                                    "What becomes of a `pskc` key whose MAC does not fit.",
                                    MacRule.CHECK_FAIL_HARD.wireName(),
                                    MacRule.CHECK_FAIL_SOFT.wireName(),
                                    MacRule.NO_CHECK.wireName())
                            .or(MacRule.CHECK_FAIL_HARD.wireName()));

    private static final Shape ANSWER = Shape.fields("How many tokens.")
            .with("n_imported", Shape.number("Those that are there now as the file says."))
            .with(
                    "n_not_imported",
                    Shape.number("Those of types that the server has not, and those without a valid MAC."));

    private final CommandDispatcher commands;
    private final TokenTypes types;
    private final UserDirectory directory;
    private final ServerEnd end;
    private final PgpMessage messages;

    public TokenFileEndpoint(
            CommandDispatcher commands, TokenTypes types, UserDirectory directory, ServerEnd end, PgpMessage messages) {
        this.commands = commands;
        this.types = types;
        this.directory = directory;
        this.end = end;
        this.messages = messages;
    }

    @Override
    public List<Route> routes() {
        return List.of(route("/token/load", this::load), route("/token/load/<filename>", this::load));
    }

    private static Route route(String template, Handler handler) {
        return Route.admin("POST", template, handler)
                .doneOnce()
                .takesLargeFiles()
                .needs(RouteNeed.special(
                        Over.NEW_REALMS,
                        "right importtokens",
                        List.of(AdminActions.IMPORTTOKENS),
                        request -> request.rights().requireImport()))
                .raises("token_load")
                .does("Enrols the tokens in a file, those anew that are there otherwise.")
                .takes(PARAMETERS)
                .answers(ANSWER)
                .tells(ImportJson.SHAPE)
                .refuses(301, "There is no such format, the key is none, or a serial is taken by another token.")
                .refuses(304, "The file cannot be understood.")
                .refuses(303, "The right does not reach a realm, a user or a token that there is already.")
                .refuses(601, "There is no such realm.")
                .refuses(904, "There is no such user.")
                .refuses(1007, "A token is revoked.");
    }

    private Reply load(ApiRequest request) {
        Parameters parameters = request.parameters();
        String fileName = parameters.required("filename");
        StoredBytes sent = parameters.requiredUpload("file").bytes();
        TokenFileType type = TokenFileType.of(parameters.required("type"));
        PskcOptions options = options(parameters);
        if (!PgpMessage.isOne(sent)) {
            return enrol(request, fileName, type.read(new FileText(sent), options));
        }
        try (Spool clear = messages.open(sent)) {
            return enrol(request, fileName, type.read(new FileText(clear), options));
        }
    }

    private Reply enrol(ApiRequest request, String fileName, TokenFile file) {
        ImportPlan plan = new ImportPlan(file, types, directory, realms(request.parameters()));
        return new TokenImport(commands, end, request, plan).run(fileName);
    }

    private static PskcOptions options(Parameters parameters) {
        return PskcOptions.of(
                parameters.text("psk").orElse(""),
                parameters.text("password").orElse(""),
                parameters.nonEmptyText("pskcValidateMAC").orElse(MacRule.CHECK_FAIL_HARD.wireName()));
    }

    private List<String> realms(Parameters parameters) {
        List<String> realms = parameters.list("tokenrealms").stream()
                .map(realm -> realm.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        for (String realm : realms) {
            if (!directory.realmExists(realm)) {
                throw ApiException.notFound("Realm '" + realm + "' does not exist.");
            }
        }
        return realms;
    }
}
