package org.symbolon.app.maintenance;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.cli.caconnector.CertificateAuthorityTools;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.command.caconnector.SaveCaConnector;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.CertificateAuthorities;
import org.symbolon.command.caconnector.port.ReadyAuthorities;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.connectors.caconnector.NewAuthority;
import org.symbolon.events.shared.Secret;

/** Makes certificate authorities for the command line, and has them publish what is revoked. */
@Component
final class KeptAuthorities implements CertificateAuthorityTools {

    private static final String ACTOR = "command line";
    private static final String PASSWORD = "cakey_password";
    private static final Set<String> TYPES = Set.of("local", "openssl");
    private static final Set<String> SECRETS = Set.of(PASSWORD, "ssl_client_key_password");

    private final ReadyAuthorities defined;
    private final CertificateAuthorities authorities;
    private final CommandSender commands;
    private final SecureRandom random;
    private final Clock clock;
    private final Path data;

    KeptAuthorities(
            ReadyAuthorities defined,
            CertificateAuthorities authorities,
            CommandSender commands,
            SecureRandom random,
            Clock clock,
            @Value("${symbolon.data}") Path data) {
        this.defined = defined;
        this.authorities = authorities;
        this.commands = commands;
        this.random = random;
        this.clock = clock;
        this.data = data;
    }

    @Override
    public List<Connector> list() {
        return defined.names().stream()
                .flatMap(name -> defined.find(name).stream())
                .map(KeptAuthorities::shown)
                .toList();
    }

    private static Connector shown(Authority authority) {
        return new Connector(
                authority.name(),
                authority.type(),
                authority.options().entrySet().stream()
                        .filter(option -> !SECRETS.contains(option.getKey()))
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, option -> option.getValue().reveal())));
    }

    @Override
    public Path create(NewConnector wanted) {
        if (defined.find(wanted.name()).isPresent()) {
            throw new CommandFailedException("there is already a CA connector " + wanted.name());
        }
        if (!TYPES.contains(wanted.type()) || !wanted.name().matches("[\\w-][\\w.-]*")) {
            throw new CommandFailedException("a connector has a name of letters and digits, and is local or openssl");
        }
        Path directory = wanted.directory().orElseGet(() -> data.resolve("ca").resolve(wanted.name()));
        Map<String, Secret> entries = new HashMap<>();
        made(wanted, directory).forEach((option, value) -> entries.put(option, Secret.of(value)));
        entries.put("name", Secret.of(wanted.name()));
        if (!wanted.password().isEmpty()) {
            entries.put(PASSWORD, Secret.of(wanted.password()));
        }
        define(wanted, entries);
        createRevocationList(wanted.name(), true);
        return directory;
    }

    private void define(NewConnector wanted, Map<String, Secret> entries) {
        try {
            commands.sendAs(
                    ACTOR,
                    new SaveCaConnector(wanted.name(), wanted.type(), new GivenEntries(entries, Map.of(), Map.of())));
        } catch (Refusal refusal) {
            throw new CommandFailedException(refusal.getMessage());
        }
    }

    private Map<String, String> made(NewConnector wanted, Path directory) {
        try {
            return new NewAuthority(
                            directory,
                            wanted.subject(),
                            wanted.keySize(),
                            wanted.days(),
                            wanted.listDays(),
                            wanted.overlapDays(),
                            Secret.of(wanted.password()))
                    .make(random, clock.instant());
        } catch (IOException failed) {
            throw new CommandFailedException("the certificate authority cannot be made: " + failed.getMessage());
        }
    }

    @Override
    public boolean createRevocationList(String name, boolean forced) {
        Optional<Authority> authority = defined.find(name);
        if (authority.isEmpty()) {
            throw new CommandFailedException("there is no CA connector " + name);
        }
        try {
            return authorities.publish(authority.get(), forced);
        } catch (AuthorityException failed) {
            throw new CommandFailedException(failed.getMessage());
        }
    }
}
