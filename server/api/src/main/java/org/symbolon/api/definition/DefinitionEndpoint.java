package org.symbolon.api.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.projections.definition.DefinitionTable;
import org.symbolon.query.definition.DefinitionView;
import org.symbolon.query.definition.ListDefinitions;
import org.symbolon.query.sending.QueryDispatcher;

/**
 * Definitions over HTTP, whatever their kind: listed, shown, saved, deleted. A kind says which of these routes it has, what
 * its parameters are, and how a definition is shown where that is not simply by its columns.
 */
public abstract class DefinitionEndpoint implements Endpoint {

    private static final int NOT_FOUND = 601;
    private static final String ID = "id";

    private final CommandDispatcher commands;
    private final QueryDispatcher queries;
    private final DefinitionTable<?> table;
    private final String path;
    private final String parameter;
    private final Shape shown;
    private final Function<String, ?> deletion;
    private final DefinitionRights rights;

    /**
     * Makes it.
     *
     * @param path of all of them, with a slash at the end
     * @param parameter the name of the one that names a definition
     * @param shown what is told of one: the fields that are columns, and {@code id}
     * @param deletion the command that deletes the definition of a name
     * @param rights what the routes need
     */
    protected DefinitionEndpoint(
            CommandDispatcher commands,
            QueryDispatcher queries,
            DefinitionTable<?> table,
            String path,
            String parameter,
            Shape shown,
            Function<String, ?> deletion,
            DefinitionRights rights) {
        this.commands = commands;
        this.queries = queries;
        this.table = table;
        this.path = path;
        this.parameter = parameter;
        this.shown = shown;
        this.deletion = deletion;
        this.rights = rights;
    }

    /** The command that makes the definition that a request brings, or changes it. */
    protected abstract Object commandToSave(ApiRequest request);

    protected final Route listing(String does) {
        return Route.admin("GET", path, this::list)
                .needs(rights.read())
                .does(does)
                .answers(listed());
    }

    protected final Route showing(String does) {
        return Route.admin("GET", one(), this::get)
                .needs(rights.read())
                .does(does)
                .takes(parameter, named())
                .answers(listed());
    }

    protected final Route saving(String does, Shape answer) {
        return Route.admin("POST", one(), this::save)
                .needs(rights.write())
                .does(does)
                .takes(parameter, named())
                .answers(answer);
    }

    protected final Route deleting(String does, Shape answer) {
        return deletingIfPresent(does, answer).refuses(NOT_FOUND, "It does not exist.");
    }

    /** Deletes a definition, and has nothing against one that is not there. */
    protected final Route deletingIfPresent(String does, Shape answer) {
        return Route.admin("DELETE", one(), this::delete)
                .needs(rights.delete())
                .does(does)
                .takes(parameter, named())
                .answers(answer);
    }

    private String one() {
        return path + "<" + parameter + ">";
    }

    /** How the parameter that names a definition is described. */
    protected Shape named() {
        return Shape.text("Its name.");
    }

    /** What lists look like. */
    protected Shape listed() {
        return Shape.mapOf("By name.", shown);
    }

    /** The list itself. */
    protected Object listed(List<DefinitionView> definitions) {
        Map<String, Object> listed = new TreeMap<>();
        definitions.forEach(definition -> listed.put(definition.name(), json(definition)));
        return listed;
    }

    protected Map<String, Object> json(DefinitionView definition) {
        Map<String, Object> json = new HashMap<>();
        for (String field : shown.fields().keySet()) {
            json.put(
                    field,
                    field.equals(ID)
                            ? definition.number()
                            : definition.columns().get(field));
        }
        return json;
    }

    protected final Shape shown() {
        return shown;
    }

    protected final List<DefinitionView> defined() {
        return queries.list(new ListDefinitions(table), DefinitionView.class);
    }

    /** The definitions that are meant by a name. */
    protected List<DefinitionView> defined(String name) {
        return queries.list(new ListDefinitions(table, name), DefinitionView.class);
    }

    protected final Reply list(ApiRequest request) {
        return succeed(request, listed(defined()));
    }

    private Reply get(ApiRequest request) {
        return succeed(request, listed(defined(named(request))));
    }

    protected final Reply save(ApiRequest request) {
        return send(request, commandToSave(request));
    }

    private Reply delete(ApiRequest request) {
        return send(request, deletion.apply(named(request)));
    }

    /** The name that a request brings, which the audit is told. */
    protected final String named(ApiRequest request) {
        String name = request.parameters().required(parameter);
        request.notes().info(name);
        return name;
    }

    protected final Reply send(ApiRequest request, Object command) {
        return commands.send(request, command, value -> succeed(request, value));
    }

    protected static Reply succeed(ApiRequest request, Object value) {
        request.notes().success(true);
        return Reply.value(value);
    }
}
