package org.symbolon.app.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.command.realm.SaveRealm;
import org.symbolon.command.resolver.SaveResolver;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.events.realm.RealmMember;
import org.symbolon.events.shared.Secret;

/** The owners of made-up tokens: a passwd file in the data directory, a resolver that reads it and realms with that. */
@Component
final class SamplePeople {

    private final Path file;
    private final CommandSender commands;

    SamplePeople(@Value("${symbolon.data}") Path data, CommandSender commands) {
        this.file = data.toAbsolutePath().normalize().resolve("files").resolve("bench.passwd");
        this.commands = commands;
    }

    /** Writes so many users, none of whom has a password, and makes resolver and realms where they are missing. */
    void settle(String actor, int count) {
        write(count);
        commands.sendAs(
                actor,
                new SaveResolver(
                        SampleToken.RESOLVER,
                        "passwdresolver",
                        Map.of("fileName", Secret.of(file.toString())),
                        Map.of(),
                        Map.of()));
        for (String realm : SampleToken.REALMS) {
            commands.sendAs(actor, new SaveRealm(realm, List.of(new RealmMember(SampleToken.RESOLVER, null))));
        }
    }

    private void write(int count) {
        try {
            Files.createDirectories(file.getParent());
            try (BufferedWriter writer = Files.newBufferedWriter(file)) {
                for (int person = 0; person < count; person++) {
                    String login = SampleToken.login(person);
                    writer.write(login + ":x:" + SampleToken.userId(person) + ":100:Person " + person + ",,,," + login
                            + "@example.org:/home/" + login + ":/bin/sh\n");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
