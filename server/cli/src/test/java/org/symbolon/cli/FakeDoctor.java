package org.symbolon.cli;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.cli.doctor.Doctor;

/** Finds what a test says. */
final class FakeDoctor implements Doctor {
    final List<Check> found = new ArrayList<>();
    final List<Wish> wishes = new ArrayList<>();

    @Override
    public List<String> kinds() {
        return List.of("database", "smtpserver");
    }

    @Override
    public List<Check> examine(Wish wish) {
        wishes.add(wish);
        return List.copyOf(found);
    }
}
