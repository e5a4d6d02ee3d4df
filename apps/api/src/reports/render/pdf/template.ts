/**
 * The report's Typst template. It gets the report as data (`sys.inputs.data`, JSON) and evaluates none of it: every
 * text is put into the document as a string.
 */
export const template = String.raw`
#let data = json(bytes(sys.inputs.data))
#let words = data.words
#let ink = rgb("#1d1c1a")
#let soft = rgb("#5b5851")
#let hair = rgb("#cfc9bb")
#let colour = (confirmed: rgb("#0f6e4f"), denied: rgb("#a8232b"), disputed: rgb("#8a5200"))
#let glyph = (confirmed: "✓", denied: "✕", disputed: "≈")
#let fill = (draft: 0%, returned: 0%, lapsed: 6%, submitted: 9%, approved: 20%)
#let sans = ("Noto Sans", "Noto Sans Korean", "Noto Sans S Chinese", "DejaVu Sans Mono")
#let serif = ("Libertinus Serif", "Noto Sans", "Noto Sans Korean", "Noto Sans S Chinese", "DejaVu Sans Mono")

#set document(title: data.title, author: data.author, date: datetime(year: data.date.at(0), month: data.date.at(1), day: data.date.at(2)))
#set text(fallback: false, font: sans, size: 9.5pt, fill: ink, lang: words.language)
#set par(leading: 0.66em, spacing: 1.1em)
#set list(spacing: 0.8em)
#set page(
  paper: "a4", margin: (x: 25mm, top: 24mm, bottom: 22mm),
  background: if data.draft { rotate(-52deg, text(size: 92pt, weight: 600, fill: rgb("#00000010"), upper(words.draft))) },
  footer: context [
    #set text(size: 8pt, fill: soft)
    #grid(columns: (1fr, auto), data.footer, [#counter(page).display() / #counter(page).final().first()])
  ],
)
#show heading: set text(font: serif, weight: 600)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 1): set block(above: 2em, below: 0.8em, sticky: true)
#show heading.where(level: 2): set block(above: 1.3em, below: 0.7em, sticky: true)
#show link: set text(fill: rgb("#20407a"))
#show title: set text(font: serif, size: 27pt, weight: 600)

#let marked(body, verdict, status) = {
  let paint = colour.at(verdict)
  let body = highlight(fill: paint.transparentize(100% - fill.at(status)), extent: 0.5pt, top-edge: "ascender", bottom-edge: "descender", body)
  let dash = if verdict == "disputed" { "dashed" } else { none }
  let body = underline(stroke: (paint: paint, thickness: 1pt, dash: dash), offset: 2.2pt, evade: false, body)
  if verdict == "denied" { underline(stroke: (paint: paint, thickness: 0.7pt), offset: 4pt, evade: false, body) } else { body }
}
#let verdict(kind, label) = text(fill: colour.at(kind), weight: 600)[#glyph.at(kind) #label]

#let rich(nodes) = nodes.map(node => {
  if node.type == "text" { node.text }
  else if node.type == "code" { raw(node.text) }
  else if node.type == "break" { linebreak() }
  else if node.type == "strong" { strong(rich(node.children)) }
  else if node.type == "em" { emph(rich(node.children)) }
  else if node.type == "link" { link(node.href, rich(node.children)) }
  else if node.type == "quote" { quote(block: true, rich(node.children)) }
  else if node.type == "list" { if node.ordered { enum(..node.children.map(item => rich(item.children))) } else { list(..node.children.map(item => rich(item.children))) } }
  else { par(rich(node.children)) }
}).join()

#let run(piece) = {
  let body = [#piece.text]
  if piece.strong { body = strong(body) }
  if piece.em { body = emph(body) }
  if "href" in piece { body = link(piece.href, body) }
  if "claim" in piece { body = marked(body, piece.claim.verdict, piece.claim.status) }
  body
  for number in piece.ending { super(link(label("claim-" + str(number)), str(number))) }
}

#text(fill: rgb("#20407a"), weight: 600, words.kicker)
#title()
#if data.draft { block(stroke: 0.7pt + colour.disputed, inset: 8pt, radius: 3pt, text(fill: colour.disputed, weight: 600)[#words.draft. #words.draftNote]) }
#block(below: 1.6em, text(font: serif, size: 13pt, data.lead))
#grid(columns: (1fr,) * data.facts.len(), column-gutter: 10pt, stroke: (y: 0.5pt + hair), inset: (y: 7pt),
  ..data.facts.map(fact => [#text(size: 8pt, fill: soft, fact.at(0)) \ #text(weight: 600, fact.at(1))]))

#heading(level: 1, words.article)
#text(size: 8.5pt, fill: soft, data.byline)
#{
  set text(font: serif, size: 12pt)
  set par(leading: 0.78em, spacing: 1.1em)
  for piece in data.blocks {
    let body = piece.runs.map(run).join()
    if piece.kind == "heading" { heading(level: 2, body) }
    else if piece.kind == "quote" { quote(block: true, body) }
    else if piece.kind == "listItem" { list(body) }
    else if piece.kind == "aside" { par(text(fill: soft, size: 11pt, body)) }
    else { par(body) }
  }
}

#heading(level: 1, words.claims)
#for claim in data.claims [
  #block(above: 1.4em, below: 0.9em, line(length: 100%, stroke: 0.5pt + hair))
  #heading(level: 2, [#text(size: 9pt, font: sans, fill: soft, weight: 400)[#words.claim #claim.number] #h(6pt) #text(size: 10.5pt, font: sans, verdict(claim.verdict, claim.verdictLabel)) #if claim.statusLabel != "" { text(size: 9pt, font: sans, fill: soft, weight: 400)[ · #claim.statusLabel] }]) #label("claim-" + str(claim.number))
  #block(above: 0.9em, below: 1.1em, text(font: serif, size: 13pt, marked(claim.exact, claim.verdict, claim.status)))
  #if claim.orphaned { text(fill: soft, words.orphaned) }
  #rich(claim.rationale)
  #if claim.citations.len() == 0 { text(fill: soft, words.noSources) } else { list(marker: [–], ..claim.citations.map(cite => [
    #strong(cite.name), #cite.stance#if cite.about != "" [ (#cite.about)].
    #if cite.quote != "" { text(font: serif, style: "italic", "«" + cite.quote + "»") }
    #if cite.translation != "" { text(font: serif, "«" + cite.translation + "»") }
    #cite.locator #if "url" in cite { link(cite.url, cite.address) } #text(fill: soft, cite.read)
  ])) }
  #for comment in claim.comments { par(text(size: 8.5pt, fill: soft, comment)) }
  #text(size: 8.5pt, fill: soft, claim.signature)
]

#for part in data.lists {
  heading(level: 1, part.title)
  list(marker: [–], ..part.items.map(item => [#item.at(0) #text(size: 8.5pt, fill: soft, item.at(1))]))
}

#heading(level: 1, words.howToRead)
#for kind in ("confirmed", "disputed", "denied") [ #verdict(kind, words.verdicts.at(kind)) #words.verdictMeanings.at(kind) \ ]
#words.statusLegend
#for line in data.colophon { par(text(size: 8pt, fill: soft, line)) }
`;
