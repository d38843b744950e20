"""`postercheck doctor`: tries what is needed here, and says what to do about what does not work."""

import typer

from app.cli.common import EXIT_PARTLY, HomeOption, settings_of


def doctor(context: typer.Context, home: HomeOption = None) -> None:
    """What works here, what does not, and what to do about it. Changes nothing; exit code 1 if something is broken."""
    from app.cli.examinations import EXAMINATIONS, State
    from app.reports.harmless import harmless

    colours = {State.OK: typer.colors.GREEN, State.NOTE: typer.colors.YELLOW, State.BROKEN: typer.colors.RED}
    settings = settings_of(context)
    broken = False
    for examine in EXAMINATIONS:
        for finding in examine(settings):
            broken = broken or finding.state is State.BROKEN
            typer.echo(typer.style(f"{finding.state.value:>6}", colours[finding.state]) + f"  {harmless(finding.what)}")
            if finding.advice:
                typer.echo(f"        {harmless(finding.advice)}")
    if broken:
        raise typer.Exit(EXIT_PARTLY)
