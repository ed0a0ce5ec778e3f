-- What a user does in Neovim, printed as JSON: nvim --headless -u NONE -c 'luafile neovim.lua'
local wanted = vim.fn.json_decode(vim.env.SESSION)

-- Recipes are written for Neovim 0.11; before, a client was started for each buffer.
if not vim.lsp.config then
  local configs = {}
  vim.lsp.config = function(name, config)
    configs[name] = config
  end
  vim.lsp.enable = function(name)
    local config = configs[name]
    local client = vim.lsp.start_client({
      name = name,
      cmd = config.cmd,
      root_dir = vim.fn.getcwd(),
      init_options = config.init_options,
    })
    vim.lsp.buf_attach_client(0, client)
  end
end

local function until_there(look)
  local found
  vim.wait(30000, function()
    found = look()
    return found
  end, 100)
  return found
end

local function hover_text()
  vim.lsp.buf.hover()
  vim.wait(500, function()
    return #vim.api.nvim_list_wins() > 1
  end, 50)
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if window ~= vim.api.nvim_get_current_win() then
      local buffer = vim.api.nvim_win_get_buf(window)
      local text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n")
      vim.api.nvim_win_close(window, true)
      return text
    end
  end
end

vim.cmd("edit " .. wanted.file)
vim.bo.filetype = "typescript"
loadstring(wanted.recipe)()
vim.fn.search("1001")

local result = { hover = until_there(hover_text), diagnostics = {} }
if wanted.diagnostics then
  until_there(function()
    return #vim.diagnostic.get(0) > 0
  end)
  for _, one in ipairs(vim.diagnostic.get(0)) do
    table.insert(result.diagnostics, one.message)
  end
end
vim.ui.select = function(items, _, choose)
  for index, item in ipairs(items) do
    local title = (item.action or item[2]).title
    if vim.startswith(title, "Replace") then
      return choose(item, index)
    end
  end
end
vim.lsp.buf.code_action()
until_there(function()
  return vim.bo.modified
end)
result.mended = vim.trim(vim.fn.getline("."))
io.stdout:write(vim.fn.json_encode(result))
vim.lsp.stop_client(vim.lsp.get_active_clients())
vim.cmd("qa!")
