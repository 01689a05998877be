package org.symbolon.app.examination;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.symbolon.command.examination.port.Examination;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.examination.port.Subject;
import org.symbolon.store.vault.MasterKey;

/** Looks whether there is the master key that the secrets of the database lie under. */
@Component
final class MasterKeyExamination implements Examination {

    private final ObjectProvider<MasterKey> key;

    MasterKeyExamination(ObjectProvider<MasterKey> key) {
        this.key = key;
    }

    @Override
    public String kind() {
        return "master-key";
    }

    @Override
    public List<Subject> subjects() {
        return List.of(new Subject("master.key", () -> {
            String fingerprint = key.getObject().fingerprint();
            return List.of(Finding.ok("The master key is that of the database; its fingerprint is " + fingerprint));
        }));
    }
}
