package org.symbolon.app.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of all modules, without their tests. */
final class Symbolon {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.symbolon");

    static final String EVENTS = "org.symbolon.events..";
    static final String COMMAND_SIDE = "org.symbolon.command..";
    static final String PROJECTIONS = "org.symbolon.projections..";
    static final String QUERY_SIDE = "org.symbolon.query..";
    static final String CONNECTORS = "org.symbolon.connectors..";
    static final String REACTIONS = "org.symbolon.reactions..";
    static final String POLICY = "org.symbolon.policy..";
    static final String STORE = "org.symbolon.store..";
    static final String API = "org.symbolon.api..";
    static final String WEB = "org.symbolon.web..";

    /** What puts the parts together, and so knows them all. */
    static final String WIRING = "org.symbolon.app.wiring";

    private Symbolon() {}
}
