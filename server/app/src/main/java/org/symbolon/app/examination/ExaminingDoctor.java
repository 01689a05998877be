package org.symbolon.app.examination;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import org.symbolon.cli.doctor.Doctor;
import org.symbolon.command.examination.port.Examination;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.examination.port.Subject;

/** Has everything looked at that there is, for the command line. */
@Component
final class ExaminingDoctor implements Doctor {

    private final List<Examination> examinations;
    private final Clock clock;

    ExaminingDoctor(List<Examination> examinations, Clock clock) {
        this.examinations = examinations.stream()
                .sorted(Comparator.comparing(Examination::kind))
                .toList();
        this.clock = clock;
    }

    private record Pending(String kind, String name, CompletableFuture<List<Finding>> findings) {}

    @Override
    public List<String> kinds() {
        return examinations.stream().map(Examination::kind).toList();
    }

    @Override
    public List<Check> examine(Wish wish) {
        BoundedLooks looks = new BoundedLooks(wish.longest());
        Judgements judgements = new Judgements(clock, wish.warnDays());
        List<Pending> pending = new ArrayList<>();
        for (Examination examination : examinations) {
            if (wish.wantsKind(examination.kind())) {
                pending.addAll(begun(examination, wish, looks));
            }
        }
        return pending.stream()
                .flatMap(one ->
                        one.findings().join().stream().map(finding -> judgements.of(one.kind(), one.name(), finding)))
                .toList();
    }

    private static List<Pending> begun(Examination examination, Wish wish, BoundedLooks looks) {
        List<Subject> subjects = new ArrayList<>();
        List<Finding> trouble = looks.safely(() -> {
            subjects.addAll(examination.subjects());
            return List.of();
        });
        if (!trouble.isEmpty()) {
            return List.of(new Pending(examination.kind(), "", CompletableFuture.completedFuture(trouble)));
        }
        return subjects.stream()
                .filter(subject -> wish.wantsName(subject.name()))
                .map(subject -> new Pending(examination.kind(), subject.name(), looks.begin(subject)))
                .toList();
    }
}
