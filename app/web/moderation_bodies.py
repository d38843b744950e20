"""Reads small bodies under a limit: forms without files, and JSON."""

from typing import Any, TypeVar
from urllib.parse import parse_qsl

from pydantic import BaseModel, ValidationError
from starlette.requests import ClientDisconnect, Request

from app.web.problems import FieldProblem, Problem

_MAX_BYTES = 64 * 1024
_MAX_FIELDS = 32
_Body = TypeVar("_Body", bound=BaseModel)


async def read_fields(request: Request) -> dict[str, str]:
    """The fields of a form; of a field that comes twice, the last. Raises: Problem 400, 413, 415."""
    if not request.headers.get("content-type", "").lower().startswith("application/x-www-form-urlencoded"):
        raise Problem(415, "not_a_form", "Send the fields as application/x-www-form-urlencoded.")
    data = await _read(request)
    try:
        return dict(parse_qsl(data.decode("utf-8"), keep_blank_values=True, max_num_fields=_MAX_FIELDS))
    except ValueError as error:
        raise Problem(400, "bad_request", "The form cannot be read.") from error


async def read_json(request: Request, model: type[_Body]) -> _Body:
    """A JSON body that fits the model. Raises: Problem 400, 413, 415, 422."""
    if not request.headers.get("content-type", "").lower().startswith("application/json"):
        raise Problem(415, "not_json", "Send the fields as application/json.")
    try:
        return model.model_validate_json(await _read(request))
    except ValidationError as error:
        errors = [
            FieldProblem(field=".".join(str(part) for part in entry["loc"]), detail=entry["msg"])
            for entry in error.errors(include_url=False, include_context=False, include_input=False)
        ]
        raise Problem(422, "invalid_fields", "Some values do not fit.", errors=errors) from error


def json_body(model: type[BaseModel]) -> dict[str, Any]:
    """The `openapi_extra` of a route that reads its body with `read_json`."""
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": whole_schema(model)}}}}


def whole_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The model's JSON schema without references, which would point nowhere inside an OpenAPI document."""
    schema = model.model_json_schema()
    definitions = schema.pop("$defs", {})

    def resolve(part: dict[str, Any]) -> dict[str, Any]:
        found = definitions.get(str(part.get("$ref", "")).removeprefix("#/$defs/"), {})
        whole = {**found, **{name: value for name, value in part.items() if name != "$ref"}}
        if "anyOf" in whole:
            whole["anyOf"] = [resolve(choice) for choice in whole["anyOf"]]
        return whole

    schema["properties"] = {name: resolve(part) for name, part in schema["properties"].items()}
    return schema


async def _read(request: Request) -> bytes:
    data = bytearray()
    try:
        async for chunk in request.stream():
            data += chunk
            if len(data) > _MAX_BYTES:
                raise Problem(413, "body_too_large", f"At most {_MAX_BYTES // 1024} kB are accepted.")
    except ClientDisconnect:
        raise Problem(400, "incomplete_body", "The request ended before it was complete.") from None
    return bytes(data)
