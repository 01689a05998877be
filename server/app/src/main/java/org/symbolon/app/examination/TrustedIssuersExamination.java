package org.symbolon.app.examination;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.login.TrustedIssuers;
import org.symbolon.command.examination.port.Examination;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.examination.port.Subject;

/** Looks whether the file with those whose log-in tokens count can be followed. What stands in it are keys, which have no end. */
@Component
final class TrustedIssuersExamination implements Examination {

    private final String file;

    TrustedIssuersExamination(@Value("${symbolon.trusted-jwt:}") String file) {
        this.file = file.strip();
    }

    @Override
    public String kind() {
        return "trusted-jwt";
    }

    @Override
    public List<Subject> subjects() {
        return file.isEmpty() ? List.of() : List.of(new Subject(file, this::look));
    }

    private List<Finding> look() {
        try {
            return List.of(Finding.ok("%d issuers are trusted".formatted(new TrustedIssuers(file).count())));
        } catch (IllegalArgumentException unusable) {
            return List.of(Finding.failed(unusable.getMessage()));
        }
    }
}
