package org.symbolon.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.symbolon.cli.admin.Administrator;
import org.symbolon.cli.admin.Administrators;
import org.symbolon.cli.apikey.ApiKeys;
import org.symbolon.cli.backup.BackupFiles;
import org.symbolon.cli.backup.BackupRestorer;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.SharedOptions;

/** Administrators in memory, maintenance that is only noted, and what the commands asked for. */
final class FakeBackend implements Backend, Administrators, ApiKeys {
    final Map<String, String> passwords = new TreeMap<>();
    final Map<String, String> emails = new TreeMap<>();
    final List<String> springArguments = new ArrayList<>();
    final FakeMaintenance maintenance = new FakeMaintenance();
    final FakeTasks tasks = new FakeTasks();
    final FakeCounters counters = new FakeCounters();
    final FakeAuthorities authorities = new FakeAuthorities();
    final FakeStatistics statistics = new FakeStatistics();
    final List<String> revokedKeys = new ArrayList<>();
    final FakeEventMending mending = new FakeEventMending();
    final FakeDoctor doctor = new FakeDoctor();
    final FakePolicyTools policies = new FakePolicyTools();
    final FakeBackups backups = new FakeBackups();
    boolean onlyRead;

    @Override
    public Backend reading() {
        onlyRead = true;
        return this;
    }

    @Override
    public <T> T beside(Class<T> type) {
        BackupRestorer restorer = (options, restoration, progress) -> backups.restore(restoration);
        return type.cast(type == BackupFiles.class ? backups : restorer);
    }

    @Override
    public <T> void use(SharedOptions options, Class<T> type, Consumer<T> work) {
        springArguments.addAll(List.of(options.asSpringArguments()));
        work.accept(Stream.of(
                        this, maintenance, tasks, counters, authorities, statistics, policies, mending, doctor, backups)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow());
    }

    @Override
    public Issued issue(String name, String realm, Role role, Duration lifetime) {
        String key = "key of " + name + " in " + realm + " as " + role + " for " + lifetime.toDays() + " days";
        return new Issued("id-of-" + name, key);
    }

    @Override
    public void revoke(String id) {
        revokedKeys.add(id);
    }

    @Override
    public RunningServer serve(SharedOptions options) {
        springArguments.addAll(List.of(options.asSpringArguments()));
        return new RunningServer() {
            @Override
            public int port() {
                return 8080;
            }

            @Override
            public String node() {
                return "first";
            }

            @Override
            public Path data() {
                return Path.of("data");
            }

            @Override
            public <T> T bean(Class<T> type) {
                throw new AssertionError("nobody asks for a " + type);
            }

            @Override
            public void awaitEnd() {}
        };
    }

    @Override
    public void add(String name, String password, String email) {
        if (passwords.putIfAbsent(name, password) != null) {
            throw new CommandFailedException("there is already an administrator %s".formatted(name));
        }
        emails.put(name, email);
    }

    @Override
    public List<Administrator> list() {
        return emails.entrySet().stream()
                .map(entry -> new Administrator(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public void changePassword(String name, String password) {
        passwords.replace(name, password);
    }

    @Override
    public void changeEmail(String name, String email) {
        emails.replace(name, email);
    }

    @Override
    public void remove(String name) {
        passwords.remove(name);
        emails.remove(name);
    }
}
