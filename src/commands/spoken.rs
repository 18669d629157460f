//! The command line in the language of messages: help of every command and argument, and mistakes of usage.
//!
//! The words stand in `messages/{en,id}.ftl`: `help-build` for a command, `help-build--output` for one of its arguments,
//! `help--root` for an argument that several commands have. What has no words there keeps those of its definition.

use clap::builder::Resettable;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};

use crate::diagnostic::messages::Messages;

/// The command line, speaking. It is built, so that arguments of every command stand in it.
pub fn spoken(mut command: Command, messages: &Messages) -> Command {
    command.build();
    translated(command, messages)
}

/// The id of a command's words.
pub fn command_id(name: &str) -> String {
    format!("help-{name}")
}

/// The ids under which the words of an argument may stand, its own before what it shares with others.
pub fn argument_ids(command: &str, argument: &str) -> [String; 2] {
    let argument = argument.replace('_', "-");
    [format!("help-{command}--{argument}"), format!("help--{argument}")]
}

fn translated(mut command: Command, messages: &Messages) -> Command {
    let say = |id: &str| messages.say(id, &[]);
    let name = command.get_name().to_owned();
    if let Some(about) = messages.find(&command_id(&name)) {
        command = command.about(about).long_about(Resettable::Reset);
    }
    let style = *command.get_styles().get_usage();
    let usage = say("help-usage");
    let template = format!(
        "{{before-help}}{{about-with-newline}}\n{style}{usage}:{style:#} {{usage}}\n\n{{all-args}}{{after-help}}"
    );
    let written = command.render_usage().to_string();
    let written = written.split_once(": ").map_or(written.as_str(), |(_, usage)| usage);
    let written = written.replace("[OPTIONS]", &say("help-options")).replace("COMMAND", &say("help-command-value"));
    command = command
        .help_template(template)
        .override_usage(written.trim().to_owned())
        .subcommand_help_heading(say("help-heading-commands"));
    let arguments: Vec<String> = command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
    for id in arguments {
        command = command.mut_arg(&id, |argument| in_words(argument, &name, messages));
    }
    let commands: Vec<String> = command.get_subcommands().map(|own| own.get_name().to_owned()).collect();
    for own in commands {
        // `warta help` has a copy of every command; its own words suffice.
        if name == "help" && own == "help" {
            continue;
        }
        command = command.mut_subcommand(own, |own| translated(own, messages));
    }
    command
}

fn in_words(argument: Arg, command: &str, messages: &Messages) -> Arg {
    let ids = argument_ids(command, argument.get_id().as_str());
    // One length of help: the words of values stand beside those of their argument.
    let is_help = matches!(argument.get_action(), ArgAction::Help);
    let argument = if is_help { argument.action(ArgAction::HelpShort) } else { argument };
    let heading = match argument {
        _ if argument.is_positional() => "help-heading-arguments",
        // What every command takes stands below what only this one does.
        _ if argument.is_global_set() || is_standard(&argument) => "help-heading-general",
        _ => "help-heading-options",
    };
    let argument = argument.help_heading(messages.say(heading, &[]));
    // Below a heading of their own they would stand in the order of their names.
    let argument = match argument.get_index() {
        Some(index) => argument.display_order(index),
        None => argument,
    };
    let Some(mut help) = ids.iter().find_map(|id| messages.find(id)) else { return argument };
    let takes_values = argument.get_action().takes_values();
    let mut add = |id: &str, values: Vec<String>| {
        if takes_values && !values.is_empty() {
            help.push_str(&format!(" [{}: {}]", messages.say(id, &[]), values.join(", ")));
        }
    };
    let defaults = argument.get_default_values().iter();
    add("help-default", defaults.map(|value| value.to_string_lossy().into_owned()).collect());
    let possible = argument.get_possible_values();
    // What is worded with its help need not be listed again.
    let possible = possible.iter().filter(|value| !value.is_hide_set() && !argument.is_hide_possible_values_set());
    add("help-possible", possible.map(|value| value.get_name().to_owned()).collect());
    argument.help(help).long_help(Resettable::Reset).hide_default_value(true).hide_possible_values(true)
}

/// Whether an error of the parser is a question that it answers: help or version.
pub fn is_answer(error: &clap::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    )
}

/// A mistake of usage as text of several lines.
pub fn mistake(error: &clap::Error, messages: &Messages) -> String {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        Some(ContextValue::StyledStr(text)) => Some(text.to_string()),
        _ => None,
    };
    // `--output <DIR>` is called `--output`.
    let argument = text(ContextKind::InvalidArg).unwrap_or_default();
    let value = text(ContextKind::InvalidValue).or_else(|| text(ContextKind::InvalidSubcommand)).unwrap_or_default();
    let problem = match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => "option",
        ErrorKind::UnknownArgument => "argument",
        ErrorKind::InvalidSubcommand => "command",
        ErrorKind::InvalidValue if value.is_empty() => "no-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "value",
        ErrorKind::MissingRequiredArgument => "missing",
        ErrorKind::MissingSubcommand => "no-command",
        ErrorKind::ArgumentConflict => "conflict",
        ErrorKind::InvalidUtf8 => "text",
        _ => "other",
    };
    let other = text(ContextKind::PriorArg).unwrap_or_default();
    let arguments =
        [("problem", problem.into()), ("argument", argument.into()), ("value", value.into()), ("other", other.into())];
    let mut said = vec![format!("{}: {}", messages.say("word-error", &[]), messages.say("usage-mistake", &arguments))];
    let suggestion = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(text);
    let help = match (suggestion, text(ContextKind::ValidValue).filter(|values| !values.is_empty())) {
        (Some(suggestion), _) => Some(("usage-suggestion", suggestion)),
        (None, Some(values)) => Some(("usage-possible", values)),
        // Our own parsers of values fail with the values that are possible.
        (None, None) => std::error::Error::source(error).map(|source| ("usage-possible", source.to_string())),
    };
    if let Some((id, value)) = help {
        let help = messages.say(id, &[("value", value.into())]);
        said.push(format!("  = {}: {help}", messages.say("word-help", &[])));
    }
    if problem == "other" {
        said.push(error.to_string());
        return said.join("\n");
    }
    let usage = text(ContextKind::Usage).unwrap_or_default();
    let usage = usage.split_once(": ").map_or(usage.as_str(), |(_, usage)| usage).trim();
    let program: Vec<&str> = usage.split(' ').take_while(|word| !word.starts_with(['[', '<', '-'])).collect();
    let program = if usage.is_empty() { "warta".to_owned() } else { program.join(" ") };
    if !usage.is_empty() {
        said.push(format!("\n{}: {usage}", messages.say("help-usage", &[])));
    }
    said.push(messages.say("usage-more", &[("command", format!("{program} --help").into())]));
    said.join("\n")
}

/// Help and version, which every command has.
fn is_standard(argument: &Arg) -> bool {
    matches!(argument.get_action(), ArgAction::Help | ArgAction::HelpShort | ArgAction::HelpLong | ArgAction::Version)
}
