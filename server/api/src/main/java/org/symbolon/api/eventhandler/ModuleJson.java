package org.symbolon.api.eventhandler;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.symbolon.command.eventhandler.module.Choices;
import org.symbolon.command.eventhandler.module.HandlerCondition;
import org.symbolon.command.eventhandler.module.HandlerModule;
import org.symbolon.command.eventhandler.module.Option;

/** Puts the tables of handler modules into the form that web interfaces build their pages from. */
@Component
class ModuleJson {

    private final ExistingNames names;
    private final ScriptDirectory scripts;

    ModuleJson(ExistingNames names, ScriptDirectory scripts) {
        this.names = names;
        this.scripts = scripts;
    }

    Map<String, Object> actions(HandlerModule module) {
        Map<String, Object> json = new HashMap<>();
        module.actions().forEach((action, options) -> json.put(action, options(options)));
        module.scriptOptions()
                .ifPresent(options -> scripts.names().forEach(script -> json.put(script, options(options))));
        return json;
    }

    private Map<String, Object> options(List<Option> options) {
        Map<String, Object> json = new HashMap<>();
        options.forEach(option -> json.put(option.name(), option(option)));
        return json;
    }

    private Map<String, Object> option(Option option) {
        Map<String, Object> json = new HashMap<>();
        json.put("type", word(option.kind()));
        json.put("description", option.description());
        if (option.isRequired()) {
            json.put("required", true);
        }
        option.choices().ifPresent(choices -> json.put("value", values(option.kind(), choices)));
        option.preset().ifPresent(preset -> json.put("default", preset));
        option.visibility().ifPresent(visibility -> {
            json.put("visibleIf", visibility.option());
            json.put("visibleValue", visibility.value() == null ? true : visibility.value());
        });
        return json;
    }

    private List<?> values(Option.Kind kind, Choices choices) {
        List<String> texts = names.of(choices);
        return kind == Option.Kind.NUMBER ? texts.stream().map(Integer::valueOf).toList() : texts;
    }

    private static String word(Option.Kind kind) {
        return switch (kind) {
            case LINE -> "str";
            case TEXT -> "text";
            case NUMBER -> "int";
            case FLAG -> "bool";
        };
    }

    Map<String, Object> conditions() {
        Map<String, Object> json = new HashMap<>();
        HandlerCondition.all().forEach(condition -> json.put(condition.name(), condition(condition)));
        return json;
    }

    private Map<String, Object> condition(HandlerCondition condition) {
        Map<String, Object> json = new HashMap<>();
        json.put("type", word(condition.form()));
        json.put("desc", condition.description());
        json.put("group", condition.group().name().toLowerCase(Locale.ROOT));
        condition.choices().ifPresent(choices -> json.put("value", values(condition.form(), choices)));
        return json;
    }

    private List<?> values(HandlerCondition.Form form, Choices choices) {
        List<String> texts = names.of(choices);
        return form == HandlerCondition.Form.SEVERAL
                ? texts.stream().map(text -> Map.of("name", text)).toList()
                : texts;
    }

    private static String word(HandlerCondition.Form form) {
        return switch (form) {
            case TEXT -> "str";
            case SEVERAL -> "multi";
            case EXPRESSION -> "regexp";
        };
    }
}
