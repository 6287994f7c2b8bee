import { createElement } from "react";
import { Label } from "../../../app/components/govuk/label.tsx";
import { Hint } from "../../../app/components/govuk/hint.tsx";
import { ErrorMessage } from "../../../app/components/govuk/error-message.tsx";
import { Button } from "../../../app/components/govuk/button.tsx";
import { BackLink } from "../../../app/components/govuk/back-link.tsx";
import { Breadcrumbs } from "../../../app/components/govuk/breadcrumbs.tsx";
import { Details } from "../../../app/components/govuk/details.tsx";
import { ErrorSummary } from "../../../app/components/govuk/error-summary.tsx";
import { GenericHeader } from "../../../app/components/govuk/generic-header.tsx";
import { InsetText } from "../../../app/components/govuk/inset-text.tsx";
import { NotificationBanner } from "../../../app/components/govuk/notification-banner.tsx";
import { Panel } from "../../../app/components/govuk/panel.tsx";
import { ServiceNavigation } from "../../../app/components/govuk/service-navigation.tsx";
import { SkipLink } from "../../../app/components/govuk/skip-link.tsx";
import { SummaryList } from "../../../app/components/govuk/summary-list.tsx";
import { Table } from "../../../app/components/govuk/table.tsx";
import { Tag, type TagColour } from "../../../app/components/govuk/tag.tsx";
import { WarningText } from "../../../app/components/govuk/warning-text.tsx";
import { list, part, text, words, type Offered, type Options, type Value } from "./options.ts";

/** The parts that pages are made of. */
export const pages: Readonly<Record<string, Offered>> = {
  button: {
    takes: ["text", "classes", "href", "isStartButton", "name", "value", "preventDoubleClick"],
    least: 8,
    make: (o) =>
      createElement(Button, {
        children: text(o["text"]),
        classes: text(o["classes"]),
        href: text(o["href"]),
        name: text(o["name"]),
        value: text(o["value"]),
        isStartButton: o["isStartButton"] === true,
        preventDoubleClick:
          typeof o["preventDoubleClick"] === "boolean" ? o["preventDoubleClick"] : undefined,
      }),
  },
  "error-message": {
    takes: ["text", "id", "classes", "visuallyHiddenText"],
    least: 4,
    make: (o) =>
      createElement(ErrorMessage, {
        children: text(o["text"]),
        id: text(o["id"]),
        classes: text(o["classes"]),
        visuallyHiddenText: o["visuallyHiddenText"] === false ? "" : text(o["visuallyHiddenText"]),
      }),
  },
  hint: {
    takes: ["text", "id", "classes"],
    least: 2,
    make: (o) =>
      createElement(Hint, { children: text(o["text"]), id: text(o["id"]), classes: text(o["classes"]) }),
  },
  label: {
    takes: ["text", "for", "classes", "isPageHeading"],
    least: 4,
    make: (o) =>
      text(o["text"]) === undefined
        ? null
        : createElement(Label, {
            children: text(o["text"]),
            htmlFor: text(o["for"]),
            classes: text(o["classes"]),
            isPageHeading: o["isPageHeading"] === true,
          }),
  },
  "back-link": {
    takes: ["text", "href"],
    least: 1,
    make: (o) =>
      o["text"] && o["href"]
        ? createElement(BackLink, { href: text(o["href"]) ?? "", children: text(o["text"]) })
        : null,
  },
  breadcrumbs: {
    takes: ["items", "items.text", "items.href", "labelText"],
    least: 3,
    make: (o) =>
      createElement(Breadcrumbs, {
        label: text(o["labelText"]),
        items: list(o["items"]).map((item) => ({ text: text(item["text"]) ?? "", href: text(item["href"]) })),
      }),
  },
  details: {
    takes: ["summaryText", "text", "id", "open"],
    least: 3,
    make: (o) =>
      createElement(Details, {
        summary: text(o["summaryText"]),
        children: text(o["text"]),
        id: text(o["id"]),
        open: o["open"] === true ? true : undefined,
      }),
  },
  "error-summary": {
    takes: ["titleText", "descriptionText", "errorList", "errorList.text", "errorList.href"],
    least: 4,
    make: (o) =>
      createElement(ErrorSummary, {
        title: text(o["titleText"]),
        description: text(o["descriptionText"]),
        errors: list(o["errorList"]).map((error) => ({
          href: text(error["href"]),
          text: text(error["text"]),
        })),
      }),
  },
  "generic-header": {
    takes: ["logoText", "url"],
    least: 1,
    make: (o) =>
      o["logoText"]
        ? createElement(GenericHeader, { href: text(o["url"]) ?? "/", children: text(o["logoText"]) })
        : null,
  },
  "inset-text": {
    takes: ["text", "id", "classes"],
    least: 2,
    make: (o) =>
      createElement(InsetText, { children: text(o["text"]), id: text(o["id"]), classes: text(o["classes"]) }),
  },
  "notification-banner": {
    takes: ["text", "type", "titleText", "titleId"],
    least: 4,
    make: (o) =>
      o["type"] !== undefined && o["type"] !== "success"
        ? null
        : createElement(NotificationBanner, {
            children: text(o["text"]) ?? "",
            type: o["type"] === "success" ? "success" : undefined,
            title: text(o["titleText"]),
            titleId: text(o["titleId"]),
          }),
  },
  panel: {
    takes: ["titleText", "text"],
    least: 2,
    make: (o) => createElement(Panel, { title: text(o["titleText"]), children: text(o["text"]) }),
  },
  "service-navigation": {
    takes: [
      "navigation",
      "navigation.href",
      "navigation.text",
      "navigation.current",
      "navigation.active",
      "serviceName",
      "serviceUrl",
      "ariaLabel",
      "navigationLabel",
      "collapseNavigationOnMobile",
    ],
    least: 3,
    make: (o) =>
      // A list that folds into a menu button needs a script; ours wraps instead.
      o["collapseNavigationOnMobile"] === true ||
      (list(o["navigation"]).length > 1 && o["collapseNavigationOnMobile"] !== false)
        ? null
        : list(o["navigation"]).some((item) => item["href"] === undefined)
          ? null
          : createElement(ServiceNavigation, {
              label: text(o["navigationLabel"]) ?? "Menu",
              serviceName: text(o["serviceName"]),
              serviceUrl: text(o["serviceUrl"]),
              ariaLabel: text(o["ariaLabel"]),
              navigation: list(o["navigation"]).map((item) => ({
                href: text(item["href"]) ?? "",
                text: text(item["text"]) ?? "",
                current: item["current"] === true,
                active: item["active"] === true,
              })),
            }),
  },
  "skip-link": {
    takes: ["text", "href"],
    least: 2,
    make: (o) => createElement(SkipLink, { href: text(o["href"]) ?? "#content", children: text(o["text"]) }),
  },
  "summary-list": {
    takes: [
      "rows",
      "rows.key",
      "rows.key.text",
      "rows.value",
      "rows.value.text",
      "rows.actions",
      "rows.actions.items",
      "rows.actions.items.href",
      "rows.actions.items.text",
      "rows.actions.items.visuallyHiddenText",
      "classes",
      "card",
      "card.title",
      "card.title.text",
      "card.title.headingLevel",
      "card.actions",
      "card.actions.items",
      "card.actions.items.href",
      "card.actions.items.text",
    ],
    least: 8,
    make: (o) => {
      const actions = (value: Value) =>
        list(part(value)["items"]).map((item) => ({
          href: text(item["href"]) ?? "",
          text: text(item["text"]),
          visuallyHiddenText: text(item["visuallyHiddenText"]),
        }));
      const card = part(o["card"]);
      const title = part(card["title"]);
      return o["card"] !== undefined && words(card["title"]) === undefined
        ? null
        : createElement(SummaryList, {
            classes: text(o["classes"]),
            rows: list(o["rows"]).map((row) => ({
              key: words(row["key"]),
              value: words(row["value"]),
              actions: row["actions"] === undefined ? undefined : actions(row["actions"]),
            })),
            card:
              o["card"] === undefined
                ? undefined
                : {
                    title: words(card["title"]) ?? "",
                    headingLevel: title["headingLevel"] as 3 | undefined,
                    actions: actions(card["actions"]),
                  },
          });
    },
  },
  table: {
    takes: [
      "rows",
      "rows.text",
      "rows.format",
      "head",
      "head.text",
      "head.format",
      "head.classes",
      "caption",
      "captionClasses",
      "firstCellIsHeader",
      "classes",
    ],
    least: 4,
    make: (o) => {
      const rows = (o["rows"] ?? []) as readonly (readonly Options[])[];
      const head = list(o["head"]);
      const sameFormats = rows.every((row) =>
        row.every((cell, at) => cell["format"] === head[at]?.["format"]),
      );
      return head.length === 0 || !sameFormats
        ? null
        : createElement(Table, {
            caption: text(o["caption"]),
            captionClasses: text(o["captionClasses"]),
            classes: text(o["classes"]),
            firstCellIsHeader: o["firstCellIsHeader"] === true,
            columns: head.map((cell) => ({
              head: text(cell["text"]),
              numeric: cell["format"] === "numeric",
              classes: text(cell["classes"]),
            })),
            rows: rows.map((row, at) => ({ key: String(at), cells: row.map((cell) => text(cell["text"])) })),
          });
    },
  },
  tag: {
    takes: ["text", "classes"],
    least: 8,
    make: (o) => {
      const colour = /^govuk-tag--(\w+)$/.exec(text(o["classes"]) ?? "")?.[1];
      const plain = o["classes"] === undefined;
      return plain || (colour !== undefined && !["turquoise", "pink"].includes(colour))
        ? createElement(Tag, { children: text(o["text"]), colour: colour as TagColour | undefined })
        : null;
    },
  },
  "warning-text": {
    takes: ["text", "iconFallbackText"],
    least: 2,
    make: (o) =>
      createElement(WarningText, {
        children: text(o["text"]),
        iconFallbackText: text(o["iconFallbackText"]),
      }),
  },
};
